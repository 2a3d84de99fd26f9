import type { Role, ServiceName } from '@lotsennetz/contracts';
import { dayAt, defaultTimeZone, type Day, type Instant, type TenantId } from '@lotsennetz/kernel';
import type { Caller } from './caller.js';
import { platformTenant, type Grants, type KnownMembership, type KnownOversight, type KnownToken } from './grants.js';
import { demandsSecondFactor, type Need } from './need.js';
import type { Relation } from './relation.js';
import { isStoodBehind } from './token-maker.js';

/** What is asked for. */
export interface Demand {
  readonly need: Need;
  readonly tenantId: string;
  readonly service: string;
  /** Whether the request only reads (GET, HEAD). */
  readonly reads: boolean;
}

/** As whom a caller is let in. */
export interface ActingAs {
  readonly relation: Relation;
  /** All the roles held in this relation; of the caller's own tenant where the relation is oversight. */
  readonly roles: readonly Role[];
  /** Whom the caller's own things are about; with the relation `self` only. */
  readonly subjectId?: string;
  readonly membershipId?: string;
  readonly tokenId?: string;
  /** The membership of whoever made the token. */
  readonly createdBy?: string;
  /** With the relation `signed-in` only; wherever there is a membership, that names the person. */
  readonly identity?: string;
  /** The caller's own tenant, where it is another than the path's. */
  readonly homeTenant?: TenantId;
  /** The tenant's grants that cover what is demanded; with the relation `oversight` only, and then at least one. */
  readonly oversights?: readonly KnownOversight[];
}

export type AccessDecision =
  | { readonly kind: 'allowed'; readonly as: ActingAs }
  /** Nobody we know: 401. */
  | { readonly kind: 'unauthorized' }
  /** Nothing of the caller's is here; the same for what does not exist: 404. */
  | { readonly kind: 'not-found' }
  /** The caller's own tenant, but not like this: 403. */
  | { readonly kind: 'forbidden'; readonly code: ForbiddenCode };
export type ForbiddenCode = 'forbidden' | 'second-factor-needed' | 'token-out-of-scope';

/** A caller's place at one tenant. */
interface Place {
  readonly tenant: TenantId;
  readonly roles: readonly Role[];
  readonly subjectId?: string;
  readonly membershipId?: string;
  readonly tokenId?: string;
  readonly createdBy?: string;
}

const publicly: AccessDecision = { kind: 'allowed', as: { relation: 'public', roles: [] } };
const unauthorized: AccessDecision = { kind: 'unauthorized' };
const nothingHere: AccessDecision = { kind: 'not-found' };
const forbidden = (code: ForbiddenCode): AccessDecision => ({ kind: 'forbidden', code });

/**
 * Whether a caller may do what is demanded, and as whom: the one decision about access, pure and total. It knows no
 * ids of things, so that what is not the caller's and what does not exist cannot be told apart.
 */
export function decideAccess(
  demand: Demand,
  caller: Caller,
  { grants, now }: { readonly grants: Grants; readonly now: Instant },
): AccessDecision {
  const { need, tenantId } = demand;
  if (need.kind === 'platform') return publicly;
  const tenant = grants.tenants.get(tenantId as TenantId);
  if (need.kind === 'public') return tenant ? publicly : nothingHere;
  const places = placesOf(caller, grants, now);
  if (places === 'nobody') return unauthorized;
  if (need.kind === 'signed-in') return signedIn(caller, tenantId === platformTenant ? platformTenant : tenant?.id);
  const token = caller.kind === 'token' ? grants.tokens.get(caller.tokenId) : undefined;
  const own = places.filter((place) => place.tenant === (need.kind === 'operator' ? platformTenant : tenantId));
  const decision = need.kind === 'operator' ? asOperator(own) : tenant ? inTenant(need, own) : nothingHere;
  const abroad =
    need.kind === 'roles' && tenant && decision.kind !== 'allowed'
      ? fromOutside(need, places, { grants, today: dayAt(now, tenant.timeZone), tenant: tenant.id })
      : undefined;
  return withConditions(abroad ?? decision, { demand, caller, token });
}

function placesOf(caller: Caller, grants: Grants, now: Instant): readonly Place[] | 'nobody' {
  switch (caller.kind) {
    case 'anonymous':
      return 'nobody';
    case 'token': {
      const token = grants.tokens.get(caller.tokenId);
      if (!token || token.tenant !== caller.tenant || isOver(token, grants, now)) return 'nobody';
      if (!isStoodBehind(token, grants)) return 'nobody';
      const { tenant, role, tokenId, createdBy } = token;
      return [{ tenant, roles: [role], tokenId, ...(createdBy === undefined ? {} : { createdBy }) }];
    }
    case 'person': {
      const { claimedTenants } = caller;
      const held = grants.memberships.get(caller.identity) ?? [];
      return held.filter((each) => claimedTenants === undefined || claimedTenants.includes(each.tenant)).map(placeOf);
    }
  }
}

function isOver(token: KnownToken, grants: Grants, now: Instant): boolean {
  const timeZone = grants.tenants.get(token.tenant)?.timeZone ?? defaultTimeZone;
  return token.validUntil !== undefined && token.validUntil < dayAt(now, timeZone);
}

function placeOf({ tenant, roles, subjectId, membershipId }: KnownMembership): Place {
  return { tenant, roles, membershipId, ...(subjectId === undefined ? {} : { subjectId }) };
}

/** @param tenant one that exists, or the platform itself, which also invites: those who run it */
function signedIn(caller: Caller, tenant: TenantId | undefined): AccessDecision {
  if (caller.kind !== 'person') return forbidden('forbidden');
  const vouchedFor = tenant && (caller.claimedTenants?.includes(tenant) ?? true);
  return vouchedFor
    ? { kind: 'allowed', as: { relation: 'signed-in', roles: [], identity: caller.identity } }
    : nothingHere;
}

function asOperator(own: readonly Place[]): AccessDecision {
  const place = own.find((each) => each.roles.includes('operator'));
  return place ? allowed('operator', place) : nothingHere;
}

/** What a caller may do in the own tenant. */
function inTenant(need: Extract<Need, { kind: 'roles' | 'self' }>, own: readonly Place[]): AccessDecision {
  if (own.length === 0) return nothingHere;
  if (need.kind === 'self') {
    const place = own.find((each) => each.subjectId !== undefined && each.roles.some((role) => isIn(need.roles, role)));
    return place ? allowed('self', place) : forbidden('forbidden');
  }
  const place = own.find((each) => each.roles.some((role) => isIn(need.roles, role)));
  if (!place) return forbidden('forbidden');
  // Somebody may work for a tenant twice, in different roles; an account as a volunteer adds nothing to that.
  const staff = own.filter((each) => each.subjectId === undefined).flatMap((each) => each.roles);
  const { subjectId: _, ...member } = place;
  return allowed('member', { ...member, roles: [...new Set([...place.roles, ...staff])] });
}

/** What a caller of another tenant may do here, because this one lets the other in; undefined: nothing. */
function fromOutside(
  need: Extract<Need, { kind: 'roles' }>,
  places: readonly Place[],
  { grants, today, tenant }: { readonly grants: Grants; readonly today: Day; readonly tenant: TenantId },
): AccessDecision | undefined {
  const abroad = places.filter(
    (place) =>
      place.tenant !== tenant && place.subjectId === undefined && place.roles.some((role) => isIn(need.roles, role)),
  );
  for (const place of abroad) {
    const oversights = (grants.oversights.get(tenant) ?? []).filter(
      (each) => each.county === place.tenant && each.until >= today && covers(each, need.oversight),
    );
    if (oversights.length > 0) return allowed('oversight', { ...place, homeTenant: place.tenant, oversights });
  }
  return undefined;
}

function covers({ fields }: KnownOversight, asked: Extract<Need, { kind: 'roles' }>['oversight']): boolean {
  if (asked === undefined) return false;
  return asked === 'aggregates' || fields.includes(asked);
}

/** What a decision otherwise favourable still hangs on. */
function withConditions(
  decision: AccessDecision,
  at: { readonly demand: Demand; readonly caller: Caller; readonly token: KnownToken | undefined },
): AccessDecision {
  if (decision.kind !== 'allowed') return decision;
  const { demand, caller, token } = at;
  if (token && !inScope(token, demand)) return forbidden('token-out-of-scope');
  const actsAsStaff = decision.as.relation !== 'self' && decision.as.roles.some(demandsSecondFactor);
  if (caller.kind === 'person' && actsAsStaff && !caller.secondFactor) return forbidden('second-factor-needed');
  return decision;
}

function inScope({ services, readOnly }: KnownToken, { service, reads }: Demand): boolean {
  return (!services || services.includes(service as ServiceName)) && (readOnly !== true || reads);
}

function allowed(
  relation: Relation,
  place: Omit<ActingAs, 'relation'> & { readonly tenant?: TenantId },
): AccessDecision {
  const { tenant: _, ...as } = place;
  return { kind: 'allowed', as: { ...as, relation } };
}

function isIn(roles: readonly Role[], role: Role): boolean {
  return roles.includes(role);
}
