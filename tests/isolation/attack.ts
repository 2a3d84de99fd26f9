import type { Answer, Message } from '../http-client.js';
import { render, unknownId, type Rendered } from '../fuzz/render.js';
import type { PathPart } from '../fuzz/path-parts.js';
import type { RequestPlan } from '../fuzz/request-plan.js';
import type { Harvest } from '../fuzz/harvest.js';
import { canaryOf, type Party } from './canaries.js';

/** How somebody of one tenant reaches for another's things. */
export const reaches = [
  /** The other's address, with the other's ids. */
  'address',
  /** The own address with the other's ids, cursors and positions everywhere. */
  'ids',
  /** Own things, and in the body and the filters the other's ids. */
  'contents',
  /** What the other's texts are, as filters of the own lists. */
  'texts',
] as const;
export type Reach = (typeof reaches)[number];

/** The request, with everything of the victim's that the reach takes. */
export function attack(
  plan: RequestPlan,
  reach: Reach,
  { attacker, victim }: { attacker: Party; victim: Party },
): Rendered {
  // A repeated key would be answered as the other request was.
  const { 'idempotency-key': _key, ...headers } = plan.headers;
  const usual = { ...plan, caller: 'permitted' as const, rawQuery: undefined, headers };
  const own = { ...attacker, harvest: victim.harvest };
  const other = { tenant: victim.tenant, token: '', harvest: attacker.harvest };
  switch (reach) {
    case 'address':
      return render({ ...usual, tenant: 'other' }, { own, other });
    case 'ids':
      return render({ ...usual, tenant: 'own' }, { own, other });
    case 'contents':
      return render({ ...usual, tenant: 'own', path: mapParts(plan.path, asForeign) }, { own, other });
    case 'texts': {
      const query = plan.operation.parameters
        .filter((parameter) => parameter.in === 'query' && parameter.schema.type === 'string')
        .map(({ name }) => [name, canaryOf(victim.tenant)] as const)
        .slice(0, 1);
      return render({ ...usual, tenant: 'own', query, path: mapParts(plan.path, asForeign) }, { own, other });
    }
  }
}

/** The same request by somebody with the same role who is signed in, instead of by a token. */
export function bySession(message: Message, { tokens, sessions }: Party): Message {
  const { authorization, ...headers } = message.headers ?? {};
  const role = [...tokens].find(([, token]) => authorization === `Bearer ${token}`)?.[0];
  const session = role === undefined ? undefined : sessions.get(role);
  return session ? { ...message, headers: { ...headers, ...session } } : message;
}

// `render` takes what exists from the victim here; foreign is then what is the attacker's own.
function asForeign(part: PathPart): PathPart {
  return part.kind === 'existing' ? { ...part, kind: 'foreign' } : part;
}

function mapParts(
  path: Readonly<Record<string, PathPart>>,
  map: (part: PathPart) => PathPart,
): Readonly<Record<string, PathPart>> {
  return Object.fromEntries(Object.entries(path).map(([name, part]) => [name, map(part)]));
}

/** The same request about what does not exist at all; undefined where the address names nothing of the victim's. */
export function twinOf({ path, ...message }: Message, victim: Party, unknownId: () => string): Message | undefined {
  const [address = '', query] = path.split('?');
  let replaced = 0;
  const parts = address.split('/').map((part, at) => {
    if (at === 2 && part === victim.tenant) {
      replaced++;
      return 'nirgendwo';
    }
    if (!victimsId(part, victim.harvest)) return part;
    replaced++;
    return unknownId();
  });
  if (replaced === 0) return undefined;
  return { ...message, path: [parts.join('/'), ...(query === undefined ? [] : [query])].join('?') };
}

const anyUuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function victimsId(part: string, harvest: Harvest): boolean {
  // The one id that stands for nothing in every tenant may have come to stand for something.
  return uuid.test(part) && part !== unknownId && harvest.has(part);
}

/** What of an answer somebody can tell apart; the moment and the length of the way are not part of it. */
export function tellable({ status, headers, text }: Answer): object {
  const { date: _date, 'x-request-id': _id, traceparent: _trace, 'x-ratelimit-remaining': _left, ...rest } = headers;
  const { 'x-ratelimit-reset': _reset, ...told } = rest;
  return { status, told, text: text.replace(anyUuid, 'ID').replace(/"(position|revision)":[^,}]+/g, '$1') };
}

/** Where the answer holds a text that only the victim has. */
export function leaksIn({ headers, text }: Answer, victims: readonly Party[]): readonly string[] {
  const places = [
    ['body', text] as const,
    ...Object.entries(headers).map(([name, value]) => [name, String(value)] as const),
  ];
  return victims.flatMap(({ tenant }) =>
    places
      .filter(([, place]) => place.toLowerCase().includes(canaryOf(tenant).toLowerCase()))
      .map(([where]) => `the canary of ${tenant} in the ${where}`),
  );
}
