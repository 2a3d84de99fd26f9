import { roles as allRoles, staffRoles, type Role } from '@lotsennetz/contracts';
import { day, instant, type TenantId } from '@lotsennetz/kernel';
import type { Caller } from './caller.js';
import { bothSigned } from './agreement.js';
import { decideAccess, type AccessDecision, type Demand } from './decide-access.js';
import { LearningGrants, mayBeFounded, platformTenant } from './grants.js';
import { office, reporters, type Need } from './need.js';

const on = day('2015-01-06');
const now = instant('2015-06-30T10:00:00Z');
const [siegen, kreuztal, kreis] = ['siegen', 'kreuztal', 'kreis'] as unknown as [TenantId, TenantId, TenantId];

/** Two towns and their county, with everybody this spec needs. */
function world(): LearningGrants {
  const grants = new LearningGrants();
  const learn = (tenant: TenantId, type: string, data: object) =>
    grants.learn(tenant, { type, happenedOn: on, data } as never);
  for (const id of [siegen, kreuztal])
    learn(id, 'TenantLearnt', { name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
  learn(kreis, 'TenantLearnt', { name: 'Kreis', kind: 'county', timeZone: 'Europe/Berlin' });
  const member = (tenant: TenantId, identity: string, roles: readonly Role[], subjectId?: string) =>
    learn(tenant, 'MembershipLearnt', {
      membershipId: `${tenant}-${identity}`,
      identity,
      roles,
      ...(subjectId ? { subjectId } : {}),
    });
  member(siegen, 'coordinator', ['coordinator']);
  member(siegen, 'volunteer', ['volunteer'], 'rosa');
  member(kreuztal, 'neighbour', ['coordinator', 'analyst']);
  member(kreis, 'county', ['analyst']);
  member(platformTenant, 'operator', ['operator']);
  member(siegen, 'both', ['trainer']);
  learn(siegen, 'MembershipLearnt', {
    membershipId: 'siegen-own',
    identity: 'both',
    roles: ['volunteer'],
    subjectId: 'emil',
  });
  const token = (tokenId: string, more: object = {}) =>
    learn(siegen, 'TokenLearnt', { tokenId, tokenHash: `hash-${tokenId}`, role: 'coordinator', ...more });
  token('good');
  token('expired', { validUntil: day('2015-06-29') });
  token('last-day', { validUntil: day('2015-06-30') });
  token('reports-only', { services: ['reporting'], readOnly: true });
  member(siegen, 'olga', ['administrator']);
  member(siegen, 'moved', ['coordinator']);
  token('of-olga', { role: 'analyst', createdBy: 'siegen-olga' });
  token('of-moved', { createdBy: 'siegen-moved' });
  token('beyond-moved', { role: 'analyst', createdBy: 'siegen-moved' });
  token('of-dismissed', { createdBy: 'siegen-gone' });
  token('revoked');
  learn(siegen, 'TokenRevocationLearnt', { tokenId: 'revoked' });
  return grants;
}

const person = (identity: string, more: object = {}): Caller => ({
  kind: 'person',
  identity,
  secondFactor: true,
  sessionId: 's',
  ...more,
});
const token = (tokenId: string, tenant = siegen): Caller => ({ kind: 'token', tokenId, tenant, role: 'coordinator' });
const forOffice: Need = { kind: 'roles', roles: office };
const forVolunteers: Need = { kind: 'self', roles: ['volunteer'] };

interface Asked extends Partial<Demand> {
  readonly grants?: LearningGrants;
  readonly at?: typeof now;
}
function decide(need: Need, caller: Caller, { grants = world(), at = now, ...more }: Asked = {}): AccessDecision {
  return decideAccess({ need, tenantId: 'siegen', service: 'training', reads: true, ...more }, caller, {
    grants,
    now: at,
  });
}
const unauthorized = { kind: 'unauthorized' };
const nothing = { kind: 'not-found' };
const forbidden = (code = 'forbidden') => ({ kind: 'forbidden', code });
const allowedAs = (as: object) => ({ kind: 'allowed', as: expect.objectContaining(as) as object });

describe('who is nobody', () => {
  it.each<[string, Caller]>([
    ['without credentials', { kind: 'anonymous' }],
    ['with a revoked token', token('revoked')],
    ['with a token whose maker was dismissed', token('of-dismissed')],
    ['with a token in a role that its maker lost with administering', token('beyond-moved')],
    ['with a token that never was', token('never')],
    ['with an expired token', token('expired')],
    ['with a token that says another tenant than it was made for', token('good', kreuztal)],
  ])('%s is told to say who it is, wherever it asks', (_, caller) => {
    for (const tenantId of ['siegen', 'kreuztal', 'nowhere']) {
      expect(decide(forOffice, caller, { tenantId })).toEqual(unauthorized);
      expect(decide(forVolunteers, caller, { tenantId })).toEqual(unauthorized);
      expect(decide({ kind: 'operator' }, caller, { tenantId })).toEqual(unauthorized);
    }
  });
  it('sees what is public, of tenants that exist', () => {
    expect(decide({ kind: 'public' }, { kind: 'anonymous' })).toEqual(allowedAs({ relation: 'public', roles: [] }));
    expect(decide({ kind: 'public' }, { kind: 'anonymous' }, { tenantId: 'nowhere' })).toEqual(nothing);
    expect(decide({ kind: 'platform' }, { kind: 'anonymous' }, { tenantId: 'nowhere' })).toEqual(
      allowedAs({ relation: 'public' }),
    );
  });
});

describe('a token', () => {
  it('acts in its role at its tenant, until the end of its last day', () => {
    expect(decide(forOffice, token('good'))).toEqual(
      allowedAs({ relation: 'member', roles: ['coordinator'], tokenId: 'good' }),
    );
    expect(decide(forOffice, token('last-day'))).toMatchObject({ kind: 'allowed' });
    // Midnight in Siegen comes two hours before midnight in Greenwich.
    expect(decide(forOffice, token('last-day'), { at: instant('2015-06-30T22:00:00Z') })).toEqual(unauthorized);
  });
  it('has no role but its own, and nothing elsewhere', () => {
    expect(decide({ kind: 'roles', roles: ['trainer'] }, token('good'))).toEqual(forbidden());
    expect(decide(forOffice, token('good'), { tenantId: 'kreuztal' })).toEqual(nothing);
    expect(decide(forOffice, token('good'), { tenantId: 'nowhere' })).toEqual(nothing);
  });
  it('is nobody’s own account', () => {
    expect(decide(forVolunteers, token('good'))).toEqual(forbidden());
  });
  it('that is limited is refused beyond that', () => {
    const limited = token('reports-only');
    expect(decide(forOffice, limited, { service: 'reporting' })).toMatchObject({ kind: 'allowed' });
    expect(decide(forOffice, limited, { service: 'reporting', reads: false })).toEqual(forbidden('token-out-of-scope'));
    expect(decide(forOffice, limited)).toEqual(forbidden('token-out-of-scope'));
  });
});

describe('a person', () => {
  it('acts in the roles of the membership, never under the identity', () => {
    const decision = decide(forOffice, person('coordinator'));
    expect(decision).toEqual(allowedAs({ relation: 'member', membershipId: 'siegen-coordinator' }));
    expect(JSON.stringify(decision)).not.toContain('"coordinator":');
  });
  it('without a second factor acts in no role of staff', () => {
    expect(decide(forOffice, person('coordinator', { secondFactor: false }))).toEqual(
      forbidden('second-factor-needed'),
    );
    expect(decide({ kind: 'operator' }, person('operator', { secondFactor: false }))).toEqual(
      forbidden('second-factor-needed'),
    );
  });
  it('reaches the own things without one, and only those', () => {
    const rosa = person('volunteer', { secondFactor: false });
    expect(decide(forVolunteers, rosa)).toEqual(allowedAs({ relation: 'self', subjectId: 'rosa' }));
    expect(decide({ kind: 'self', roles: ['newcomer'] }, rosa)).toEqual(forbidden());
    expect(decide(forOffice, rosa)).toEqual(forbidden());
    expect(decide(forVolunteers, rosa, { tenantId: 'kreuztal' })).toEqual(nothing);
  });
  it('who works for a tenant and is a volunteer there is one or the other', () => {
    const both = person('both');
    const trainer = decide({ kind: 'roles', roles: ['trainer'] }, both);
    expect(trainer).toMatchObject({ as: { relation: 'member', membershipId: 'siegen-both', roles: ['trainer'] } });
    expect(trainer).not.toHaveProperty('as.subjectId');
    expect(decide(forVolunteers, both)).toMatchObject({ as: { relation: 'self', subjectId: 'emil' } });
    expect(decide(forVolunteers, person('coordinator'))).toEqual(forbidden());
  });
  it('counts only where the issuer vouches for the tenant, if it says anything of tenants', () => {
    expect(decide(forOffice, person('coordinator', { claimedTenants: ['siegen'] }))).toMatchObject({ kind: 'allowed' });
    expect(decide(forOffice, person('coordinator', { claimedTenants: ['kreuztal'] }))).toEqual(nothing);
    expect(decide(forOffice, person('coordinator', { claimedTenants: [] }))).toEqual(nothing);
  });
  it('of another tenant finds nothing here, like one whom nobody knows', () => {
    for (const tenantId of ['siegen', 'nowhere', 'platform'])
      for (const identity of ['neighbour', 'county', 'operator', 'unheard-of'])
        expect(decide(forOffice, person(identity), { tenantId })).toEqual(nothing);
  });
  it('whose membership has ended finds nothing any more', () => {
    const grants = world();
    const ended = {
      type: 'MembershipEndLearnt',
      happenedOn: on,
      data: { membershipId: 'siegen-coordinator' },
    } as const;
    grants.learn(kreuztal, ended);
    expect(decide(forOffice, person('coordinator'), { grants })).toMatchObject({ kind: 'allowed' });
    grants.learn(siegen, ended);
    expect(decide(forOffice, person('coordinator'), { grants })).toEqual(nothing);
  });
});

describe('who accepts an invitation', () => {
  const need: Need = { kind: 'signed-in' };
  it('is signed in, and a member of nothing yet', () => {
    const newcomer = person('unheard-of', { secondFactor: false });
    expect(decide(need, newcomer)).toEqual(allowedAs({ relation: 'signed-in', identity: 'unheard-of', roles: [] }));
    expect(decide(need, newcomer, { tenantId: 'nowhere' })).toEqual(nothing);
    expect(decide(need, person('unheard-of', { claimedTenants: ['kreuztal'] }))).toEqual(nothing);
  });
  it('may also be invited to run the platform', () => {
    const newcomer = person('unheard-of', { secondFactor: false });
    expect(decide(need, newcomer, { tenantId: 'platform' })).toMatchObject({ kind: 'allowed' });
  });
  it('is no machine and not nobody', () => {
    expect(decide(need, token('good'))).toEqual(forbidden());
    expect(decide(need, token('revoked'))).toEqual(unauthorized);
    expect(decide(need, { kind: 'anonymous' })).toEqual(unauthorized);
  });
});

describe('the operator', () => {
  it('administers the platform and sees no tenant', () => {
    expect(decide({ kind: 'operator' }, person('operator'))).toEqual(
      allowedAs({ relation: 'operator', membershipId: 'platform-operator' }),
    );
    for (const role of allRoles) expect(decide({ kind: 'roles', roles: [role] }, person('operator'))).toEqual(nothing);
  });
  it('is nobody else', () => {
    for (const identity of ['coordinator', 'county', 'volunteer'])
      expect(decide({ kind: 'operator' }, person(identity))).toEqual(nothing);
    expect(decide({ kind: 'operator' }, token('good'))).toEqual(nothing);
  });
});

describe('a county', () => {
  const aggregates: Need = { kind: 'roles', roles: reporters, oversight: 'aggregates' };
  const courses: Need = { kind: 'roles', roles: reporters, oversight: 'courses' };
  const granted = (fields: readonly string[], until = '2015-06-30') => {
    const grants = world();
    const data = { oversightId: 'o', county: 'kreis', purpose: 'Bericht', fields, until: day(until) };
    grants.learn(siegen, { type: 'OversightLearnt', happenedOn: on, data } as never);
    return grants;
  };
  it('reads nothing without a grant', () => {
    expect(decide(aggregates, person('county'))).toEqual(nothing);
  });
  it('reads figures with one, and details only where the grant names them', () => {
    const plain = granted([]);
    expect(decide(aggregates, person('county'), { grants: plain })).toEqual(
      allowedAs({ relation: 'oversight', homeTenant: 'kreis', membershipId: 'kreis-county' }),
    );
    expect(decide(courses, person('county'), { grants: plain })).toEqual(nothing);
    const detailed = decide(courses, person('county'), { grants: granted(['courses']) });
    expect(detailed).toMatchObject({ as: { oversights: [{ purpose: 'Bericht', fields: ['courses'] }] } });
  });
  it('reads to the last day of it, and no longer once it is revoked', () => {
    expect(decide(aggregates, person('county'), { grants: granted([], '2015-06-29') })).toEqual(nothing);
    const grants = granted([]);
    grants.learn(siegen, { type: 'OversightEndLearnt', happenedOn: on, data: { oversightId: 'o' } });
    expect(decide(aggregates, person('county'), { grants })).toEqual(nothing);
  });
  it('reads only what is open to counties, in a role of its own, and of that town', () => {
    const grants = granted(['courses']);
    expect(decide(forOffice, person('county'), { grants })).toEqual(nothing);
    expect(decide({ ...aggregates, roles: office }, person('county'), { grants })).toEqual(nothing);
    expect(decide(aggregates, person('county'), { grants, tenantId: 'kreuztal' })).toEqual(nothing);
    expect(decide(aggregates, person('neighbour'), { grants })).toEqual(nothing);
  });
  it('needs a second factor too', () => {
    expect(decide(aggregates, person('county', { secondFactor: false }), { grants: granted([]) })).toEqual(
      forbidden('second-factor-needed'),
    );
  });
});

describe('a partner', () => {
  const signed = (...pairs: readonly (readonly [TenantId, string])[]) => {
    const grants = world();
    for (const [by, partner] of pairs)
      grants.learn(by, { type: 'AgreementLearnt', happenedOn: on, data: { partner, shares: ['courses'] } });
    return grants;
  };
  const stands = (grants: LearningGrants) => bothSigned(grants, [siegen, kreuztal], 'courses');
  it('is one when both have signed, until either ends it', () => {
    expect(stands(signed([siegen, 'kreuztal']))).toBe(false);
    expect(stands(signed([kreuztal, 'siegen']))).toBe(false);
    const both = signed([siegen, 'kreuztal'], [kreuztal, 'siegen']);
    expect(stands(both)).toBe(true);
    both.learn(kreuztal, { type: 'AgreementEndLearnt', happenedOn: on, data: { partner: 'siegen' } });
    expect(stands(both)).toBe(false);
  });
  it('is let in nowhere by that', () =>
    expect(
      decide(forOffice, person('neighbour'), { grants: signed([siegen, 'kreuztal'], [kreuztal, 'siegen']) }),
    ).toEqual(nothing));
});

describe('the platform’s own id', () => {
  it('is nobody’s to found', () => {
    expect([mayBeFounded('siegen'), mayBeFounded('platform'), mayBeFounded('Siegen')]).toEqual([true, false, false]);
  });
  it('is known to hold staff by a second factor', () => {
    expect(staffRoles.every((role) => allRoles.includes(role))).toBe(true);
  });
});
