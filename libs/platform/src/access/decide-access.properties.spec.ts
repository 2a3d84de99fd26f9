import { oversightFields, roles, selfRoles, sharedThings } from '@lotsennetz/contracts';
import { day, instant, type TenantId } from '@lotsennetz/kernel';
import fc from 'fast-check';
import type { Caller } from './caller.js';
import { decideAccess, type Demand } from './decide-access.js';
import { LearningGrants, platformTenant } from './grants.js';
import type { Need } from './need.js';

const tenants = ['siegen', 'kreuztal', 'kreis', platformTenant] as readonly string[] as readonly TenantId[];
const identities = ['rosa', 'emil', 'walid'];
const now = instant('2015-06-30T10:00:00Z');
const someDay = fc.constantFrom(day('2015-06-29'), day('2015-06-30'), day('2015-07-01'));
const someRoles = fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 });
const id = fc.constantFrom('a', 'b', 'c');

const fact = fc.oneof(
  fc.record({
    type: fc.constant('TenantLearnt'),
    data: fc.constant({ name: 'x', kind: 'municipality', timeZone: 'Europe/Berlin' }),
  }),
  fc.record({
    type: fc.constant('TokenLearnt'),
    data: fc.record(
      { tokenId: id, tokenHash: id, role: fc.constantFrom(...roles), validUntil: someDay, readOnly: fc.boolean() },
      { requiredKeys: ['tokenId', 'tokenHash', 'role'] },
    ),
  }),
  fc.record({ type: fc.constant('TokenRevocationLearnt'), data: fc.record({ tokenId: id }) }),
  fc.record({
    type: fc.constant('MembershipLearnt'),
    data: fc.record(
      { membershipId: id, identity: fc.constantFrom(...identities), roles: someRoles, subjectId: id },
      { requiredKeys: ['membershipId', 'identity', 'roles'] },
    ),
  }),
  fc.record({ type: fc.constant('MembershipEndLearnt'), data: fc.record({ membershipId: id }) }),
  fc.record({
    type: fc.constant('AgreementLearnt'),
    data: fc.record({ partner: fc.constantFrom(...tenants), shares: fc.constant(sharedThings) }),
  }),
  fc.record({
    type: fc.constant('OversightLearnt'),
    data: fc.record({
      oversightId: id,
      county: fc.constantFrom(...tenants),
      purpose: fc.constant('Bericht'),
      fields: fc.subarray([...oversightFields]),
      until: someDay,
    }),
  }),
);
const someGrants = fc.array(fc.tuple(fc.constantFrom(...tenants), fact), { maxLength: 25 }).map((facts) => {
  const grants = new LearningGrants();
  // The operator's tenant is never founded.
  for (const [tenant, event] of facts)
    if (tenant !== platformTenant || event.type !== 'TenantLearnt')
      grants.learn(tenant, { ...event, happenedOn: day('2015-01-06') });
  return grants;
});
const someCaller: fc.Arbitrary<Caller> = fc.oneof(
  fc.constant({ kind: 'anonymous' } as const),
  fc.record({
    kind: fc.constant('token' as const),
    tokenId: id,
    tenant: fc.constantFrom(...tenants),
    role: fc.constantFrom(...roles),
  }),
  fc.record(
    {
      kind: fc.constant('person' as const),
      identity: fc.constantFrom(...identities),
      secondFactor: fc.boolean(),
      sessionId: fc.constant('s'),
      claimedTenants: fc.subarray([...tenants]),
    },
    { requiredKeys: ['kind', 'identity', 'secondFactor', 'sessionId'] },
  ),
);
const someNeed: fc.Arbitrary<Need> = fc.oneof(
  fc.constantFrom(
    { kind: 'platform' } as const,
    { kind: 'public' } as const,
    { kind: 'operator' } as const,
    { kind: 'signed-in' } as const,
  ),
  fc.record({ kind: fc.constant('self' as const), roles: fc.subarray([...selfRoles]) }),
  fc.record(
    {
      kind: fc.constant('roles' as const),
      roles: someRoles,
      oversight: fc.constantFrom('aggregates' as const, ...oversightFields),
    },
    { requiredKeys: ['kind', 'roles'] },
  ),
);
const someDemand: fc.Arbitrary<Demand> = fc.record({
  need: someNeed,
  tenantId: fc.constantFrom(...tenants, 'nowhere', '', '../siegen'),
  service: fc.constantFrom('training', 'reporting'),
  reads: fc.boolean(),
});
const runs = { seed: 2015, numRuns: 2_000 };

describe('the decision about access, whatever is asked and granted', () => {
  it('is always one, and the same for the same question', () => {
    fc.assert(
      fc.property(someDemand, someCaller, someGrants, (demand, caller, grants) => {
        const decision = decideAccess(demand, caller, { grants, now });
        expect(['allowed', 'unauthorized', 'not-found', 'forbidden']).toContain(decision.kind);
        expect(decideAccess(demand, caller, { grants, now })).toEqual(decision);
      }),
      runs,
    );
  });

  it('never lets anybody act in a role that nobody has granted', () => {
    fc.assert(
      fc.property(someDemand, someCaller, someGrants, (demand, caller, grants) => {
        const decision = decideAccess(demand, caller, { grants, now });
        if (decision.kind !== 'allowed') return;
        const { relation, roles: acting, homeTenant, membershipId, tokenId } = decision.as;
        const home = homeTenant ?? (relation === 'operator' ? platformTenant : demand.tenantId);
        const memberships = caller.kind === 'person' ? (grants.memberships.get(caller.identity) ?? []) : [];
        const token = tokenId === undefined ? undefined : grants.tokens.get(tokenId);
        const granted = [
          ...memberships.filter((each) => each.tenant === home).flatMap((each) => each.roles),
          ...(token?.tenant === home ? [token.role] : []),
        ];
        expect(granted).toEqual(expect.arrayContaining([...acting]));
        if (relation !== 'public' && relation !== 'signed-in') expect(membershipId ?? tokenId).toBeDefined();
      }),
      runs,
    );
  });

  it('lets nobody act as staff without a second factor', () => {
    fc.assert(
      fc.property(someDemand, someCaller, someGrants, (demand, caller, grants) => {
        const decision = decideAccess(demand, caller, { grants, now });
        if (caller.kind !== 'person' || caller.secondFactor || decision.kind !== 'allowed') return;
        if (decision.as.relation === 'self') expect(decision.as.subjectId).toBeDefined();
        else expect(decision.as.roles.filter((role) => role !== 'volunteer' && role !== 'newcomer')).toEqual([]);
      }),
      runs,
    );
  });

  it('does not tell a tenant that a caller has nothing to do with from one that is not there', () => {
    fc.assert(
      fc.property(someDemand, someCaller, someGrants, (demand, caller, grants) => {
        const own = caller.kind === 'person' ? (grants.memberships.get(caller.identity) ?? []) : [];
        const places = [...own.map((each) => each.tenant), ...(caller.kind === 'token' ? [caller.tenant] : [])];
        const decision = decideAccess(demand, caller, { grants, now });
        const isOpen = ['public', 'platform', 'signed-in'].includes(demand.need.kind);
        if (isOpen || decision.kind === 'allowed' || places.some((each) => each === demand.tenantId)) return;
        // A grant to the caller's own tenant is something to do with it: there the second factor may be asked for.
        if (decision.kind === 'forbidden' || demand.need.kind === 'operator') return;
        expect(decision).toEqual(decideAccess({ ...demand, tenantId: 'nowhere' }, caller, { grants, now }));
      }),
      runs,
    );
  });
});
