import type { Message } from '../http-client.js';
import type { Harvest } from './harvest.js';
import type { BodyPlan } from './body-plan.js';
import type { PathPart, TenantPart } from './path-parts.js';
import type { Caller, RequestPlan } from './request-plan.js';
import { isExisting, type Existing } from './valid-values.js';

/** Whose requests they are: the fuzzed tenant, and another one whose contents must stay out of reach. */
export interface Parties {
  readonly own: { readonly tenant: string; readonly tokens: ReadonlyMap<string, string>; readonly harvest: Harvest };
  readonly other: { readonly tenant: string; readonly token: string; readonly harvest: Harvest };
}

/** What must be true of the answer, as far as the plan tells. */
export interface Expectation {
  /** Who asks, after a role that does not exist was ruled out. */
  readonly caller: Caller;
  /** The address leads to the operation and names nothing of another tenant. */
  readonly addressIsOwn: boolean;
  /** There is such a tenant, the caller's or not. */
  readonly addressExists: boolean;
  /** The address was made of what exists or could exist, so that the router finds the operation. */
  readonly routable: boolean;
  /** The body gets past the parser. */
  readonly parseable: boolean;
  readonly namesForeign: boolean;
}

export interface Rendered {
  readonly message: Message;
  readonly expectation: Expectation;
  /** Texts of the body that no error may repeat. */
  readonly personal: readonly string[];
}

/** With a longer one the parser may give up before the address is looked at. */
const longestAddress = 8_000;
/** What stands for a thing that does not exist. */
export const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
const hugeBody = Buffer.from(`{"givenName":"${'a'.repeat(10 * 1_048_576)}"}`);

export function render(plan: RequestPlan, parties: Parties): Rendered {
  const { operation } = plan;
  const { caller, token } = credentials(plan, parties);
  const tenant = partText(plan.tenant, parties);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'tenant' ? tenant : partText(plan.path[name] ?? { kind: 'unknown' }, parties),
  );
  const parts = Object.values(plan.path);
  const value =
    plan.body.kind === 'valid' || plan.body.kind === 'mutated' ? fill(plan.body.value, parties.own.harvest) : undefined;
  const { body, headers } = bodyOf(plan.body, value);
  const address = `${path}${queryText(plan, parties)}`;
  return {
    message: {
      method: operation.method,
      path: address,
      headers: { ...headers, ...(token === undefined ? {} : { authorization: token }), ...plan.headers },
      ...(body === undefined ? {} : { body }),
    },
    expectation: {
      caller,
      addressIsOwn: plan.tenant === 'own' || !operation.path.includes('{tenant}'),
      addressExists: plan.tenant === 'own' || plan.tenant === 'other' || !operation.path.includes('{tenant}'),
      routable:
        plan.rawQuery === undefined &&
        !plan.headers['x-large'] &&
        address.length < longestAddress &&
        [plan.tenant, ...parts].every(isPlain),
      parseable:
        !plan.headers['content-encoding'] &&
        (plan.body.kind === 'valid' || (plan.body.kind === 'none' && operation.method === 'GET')),
      namesForeign:
        plan.tenant === 'own' &&
        parts.some(
          (part) => part.kind === 'foreign' && parties.other.harvest.pick(part.value.existing, 0) !== undefined,
        ),
    },
    personal: plan.body.kind === 'csv' ? [] : personalTexts(value),
  };
}

function isPlain(part: TenantPart): boolean {
  return typeof part === 'string' || part.kind === 'existing' || part.kind === 'foreign' || part.kind === 'unknown';
}

function credentials(
  { caller, operation }: RequestPlan,
  { own, other }: Parties,
): { caller: Caller; token: string | undefined } {
  const roles = operation.roles ?? [...own.tokens.keys()];
  const permitted = own.tokens.get(roles.find((role) => own.tokens.has(role)) ?? '') ?? '';
  const lesser = [...own.tokens].find(([role]) => !roles.includes(role))?.[1];
  switch (caller) {
    case 'permitted':
      return { caller, token: `Bearer ${permitted}` };
    case 'nobody':
      return { caller, token: undefined };
    case 'unknown':
      return { caller, token: 'Bearer lotse_gibtesnicht' };
    case 'malformed':
      return { caller, token: `Basic ${permitted}` };
    case 'foreign':
      return { caller, token: `Bearer ${other.token}` };
    case 'lesser':
      return lesser === undefined
        ? { caller: 'permitted', token: `Bearer ${permitted}` }
        : { caller, token: `Bearer ${lesser}` };
  }
}

function partText(part: TenantPart, { own, other }: Parties): string {
  if (part === 'own') return own.tenant;
  if (part === 'other') return other.tenant;
  return pathText(part, own.harvest, other.harvest);
}

function pathText(part: PathPart, own: Harvest, other: Harvest): string {
  switch (part.kind) {
    case 'existing':
      return encoded(own.pick(part.value.existing, part.value.choice) ?? unknownId);
    case 'foreign':
      return encoded(other.pick(part.value.existing, part.value.choice) ?? unknownId);
    case 'unknown':
      return unknownId;
    case 'text':
      return encoded(part.text);
    case 'raw':
      return part.text;
  }
}

function queryText({ query, rawQuery }: RequestPlan, { own }: Parties): string {
  const pairs = query.map(([name, value]) => `${name}=${encoded(textOf(fill(value, own.harvest)))}`);
  const all = rawQuery === undefined ? pairs : [...pairs, rawQuery];
  return all.length > 0 ? `?${all.join('&')}` : '';
}

function bodyOf(plan: BodyPlan, value: unknown): { body?: string | Buffer; headers: Record<string, string> } {
  switch (plan.kind) {
    case 'none':
      return { headers: {} };
    case 'valid':
    case 'mutated':
      return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } };
    case 'text':
    case 'wrong-type':
      return { body: plan.text, headers: plan.type === undefined ? {} : { 'content-type': plan.type } };
    case 'csv':
      return { body: plan.bytes, headers: { 'content-type': 'text/csv' } };
    case 'huge':
      return { body: hugeBody, headers: { 'content-type': 'application/json' } };
  }
}

/** Puts what exists now in the place of every `Existing`. */
function fill(value: unknown, harvest: Harvest): unknown {
  if (isExisting(value)) return filled(value, harvest);
  if (Array.isArray(value)) return value.map((item) => fill(item, harvest));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, fill(field, harvest)]));
}

const otherNames: Readonly<Record<string, readonly string[]>> = { after: ['position'], cursor: ['next'] };

function filled({ existing, choice }: Existing, harvest: Harvest): string {
  const kinds = existing.flatMap((kind) => otherNames[kind] ?? [kind]);
  return harvest.pick(kinds, choice) ?? unknownId;
}

function personalTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.length >= 8 && !/^[\w:.-]*$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(personalTexts);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
