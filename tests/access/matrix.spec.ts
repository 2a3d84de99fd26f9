import type { Route } from '@lotsennetz/platform';
import type { TestDeployment } from '@lotsennetz/platform/testing';
import { openWorld, type Caller } from './callers.js';
import type { Rule } from './rule.js';
import { rules } from './rules.js';

const unknownId = '01890a5d-ac96-774b-bcce-b302099a8057';
/** Who is let in here would change the world for those who come after. */
const changesTheWorld = new Set([
  'POST /registration/:tenant/me/account/end',
  'POST /registration/:tenant/me/erasure',
  'POST /registration/platform/tenants',
  'POST /logout',
  'POST /logout/everywhere',
]);

type Expected = 'let in' | 401 | 404 | 'forbidden' | 'second-factor-needed';

/** What a rule means for a caller in Siegen, and anywhere else. */
function expected(rule: Rule, caller: Caller, here: boolean): Expected {
  if (rule.for === 'platform') return 'let in';
  if (rule.for === 'public') return here ? 'let in' : 404;
  if (caller.nobody) return 401;
  switch (rule.for) {
    case 'operator':
      return caller.operator ? 'let in' : 404;
    case 'signed-in':
      if (!caller.person) return 'forbidden';
      return here ? 'let in' : 404;
    case 'self':
      if (!here || !(caller.account || caller.role)) return 404;
      return caller.account && (rule.account ?? caller.account) === caller.account ? 'let in' : 'forbidden';
    case 'staff':
      return here ? expectedOfStaff(rule, caller) : 404;
  }
}

function expectedOfStaff(rule: Extract<Rule, { for: 'staff' }>, caller: Caller): Expected {
  if (caller.role && rule.roles.includes(caller.role)) return caller.oneFactor ? 'second-factor-needed' : 'let in';
  if (caller.role || caller.account) return 'forbidden';
  return rule.county !== undefined && caller.granted?.includes(rule.county) ? 'let in' : 404;
}

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
/** Routes without a rule, and rules without a route. */
function strayIn(routes: readonly Pick<Route, 'method' | 'path'>[]): readonly string[] {
  const served = routes.map((route) => nameOf(route as Route));
  return [
    ...served.filter((name) => !(name in rules)).map((name) => `no rule for ${name}`),
    ...Object.keys(rules)
      .filter((name) => !served.includes(name))
      .map((name) => `no route for ${name}`),
  ];
}

describe('who may what', () => {
  let platform: TestDeployment;
  let callers: readonly Caller[];
  beforeAll(async () => {
    ({ platform, callers } = await openWorld());
  }, 60_000);
  afterAll(() => platform.close());

  it('is written down for every route, and for nothing else', () => {
    expect(strayIn(platform.routes)).toEqual([]);
  });
  it('would be missed for a new route, and for one that is gone', () => {
    const planted = { method: 'GET', path: '/training/:tenant/planted' };
    expect(strayIn([...platform.routes, planted])).toEqual(['no rule for GET /training/:tenant/planted']);
    const [first, ...left] = platform.routes;
    expect(strayIn(left)).toEqual([`no route for ${nameOf(first!)}`]);
  });

  it.each([['siegen'], ['nirgendwo']])(
    'is kept to by every route, for everybody, at %s',
    async (tenant) => {
      const wrong: string[] = [];
      let calls = 0;
      for (const route of platform.routes)
        for (const caller of callers) {
          const rule = rules[nameOf(route)];
          if (!rule) continue;
          const wanted = expected(rule, caller, tenant === 'siegen');
          if (wanted === 'let in' && changesTheWorld.has(nameOf(route))) continue;
          calls += 1;
          const answered = await ask(platform, route, { caller, tenant });
          if (!fits(answered, wanted, rule))
            wrong.push(`${nameOf(route)} by ${caller.name}: ${answered}, not ${wanted}`);
        }
      expect(wrong).toEqual([]);
      expect(calls).toBeGreaterThan(platform.routes.length * (callers.length - 1));
    },
    120_000,
  );
});

async function ask(
  platform: TestDeployment,
  { method, path }: Route,
  { caller, tenant }: { readonly caller: Caller; readonly tenant: string },
): Promise<string> {
  const address = path
    .replace(':tenant', tenant)
    .replace(':partner', 'niemand')
    .replace(':n', '1')
    .replace(/:\w+/g, unknownId);
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
  const answer = await platform.call(method, address, { ...body, headers: caller.headers });
  const code = (answer.body as { code?: string } | undefined)?.code ?? '';
  return `${answer.status} ${code}`.trim();
}

/** Whoever is let in may still find nothing under an id that does not exist, or have sent too little. */
function fits(answered: string, wanted: Expected, rule: Rule): boolean {
  const [status, code] = answered.split(' ');
  switch (wanted) {
    case 401:
      return answered === '401 unauthorized';
    case 404:
      return answered === '404 not-found';
    case 'forbidden':
    case 'second-factor-needed':
      return status === '403' && code === wanted;
    case 'let in':
      // A list is there for whoever may read it, so that a 404 would be a refusal.
      return (
        Number(status) < 500 && status !== '401' && status !== '403' && (status !== '404' || rule.for !== 'operator')
      );
  }
}
