import type {
  FederalState,
  LegalRegime,
  OversightField,
  RetentionKind,
  Role,
  ServiceName,
  SharedThing,
} from '@lotsennetz/contracts';
import { isTenantId, type Day, type TenantId } from '@lotsennetz/kernel';
import type { AccessEvent } from './access.stream.js';

export interface KnownTenant {
  readonly id: TenantId;
  readonly name: string;
  readonly kind: string;
  readonly timeZone: string;
  readonly languages?: readonly string[];
  readonly legalRegime?: LegalRegime;
  readonly federalState?: FederalState;
  readonly retention?: readonly { readonly kind: RetentionKind; readonly months: number }[];
}

export interface KnownToken {
  readonly tokenId: string;
  readonly tenant: TenantId;
  readonly role: Role;
  /** The last day. */
  readonly validUntil?: Day;
  readonly services?: readonly ServiceName[];
  readonly readOnly?: boolean;
  /** The membership of whoever made it; absent: whoever runs the platform. */
  readonly createdBy?: string;
}

export interface KnownMembership {
  readonly membershipId: string;
  readonly tenant: TenantId;
  readonly identity: string;
  readonly roles: readonly Role[];
  /** The volunteer or newcomer whose account this is. */
  readonly subjectId?: string;
}

export interface KnownOversight {
  readonly oversightId: string;
  /** Who has granted it. */
  readonly tenant: TenantId;
  readonly county: string;
  readonly purpose: string;
  readonly fields: readonly OversightField[];
  /** The last day. */
  readonly until: Day;
}

/** Everything a decision about access rests on. What has expired is still there: `now` decides. */
export interface Grants {
  readonly tenants: ReadonlyMap<TenantId, KnownTenant>;
  readonly tokens: ReadonlyMap<string, KnownToken>;
  /** By identity. */
  readonly memberships: ReadonlyMap<string, readonly KnownMembership[]>;
  /** The same by `memberKey`. */
  readonly members: ReadonlyMap<string, KnownMembership>;
  /** By the tenant that has granted it. */
  readonly oversights: ReadonlyMap<TenantId, readonly KnownOversight[]>;
  /** What a tenant has signed to share, with whom. It holds where the other has signed too. */
  readonly signatures: ReadonlyMap<TenantId, ReadonlyMap<string, readonly SharedThing[]>>;
}

/** The tenant id under which the platform's own people are kept; no tenant can be founded under it. */
export const platformTenant = 'platform' as TenantId;

/** One membership of one tenant. */
export function memberKey(tenant: TenantId, membershipId: string): string {
  return `${tenant} ${membershipId}`;
}

/** Whether a tenant may be founded under this id. */
export function mayBeFounded(id: string): id is TenantId {
  return isTenantId(id) && id !== platformTenant;
}

/** Grants that learn; a fold in place, since copies at each of thousands of facts would make every start slow. */
export class LearningGrants implements Grants {
  readonly tenants = new Map<TenantId, KnownTenant>();
  readonly tokens = new Map<string, KnownToken>();
  readonly memberships = new Map<string, readonly KnownMembership[]>();
  readonly oversights = new Map<TenantId, readonly KnownOversight[]>();
  readonly signatures = new Map<TenantId, Map<string, readonly SharedThing[]>>();
  readonly members = new Map<string, KnownMembership>();

  /** Takes in one fact of a tenant. The same fact twice changes nothing. */
  learn(tenant: TenantId, event: AccessEvent): void {
    switch (event.type) {
      case 'TenantLearnt':
        this.tenants.set(tenant, { id: tenant, ...event.data });
        return;
      case 'TenantSettingsLearnt':
        this.changeSettings(tenant, event.data);
        return;
      case 'TokenLearnt': {
        const { tokenHash: _, ...token } = event.data;
        this.tokens.set(token.tokenId, { ...token, tenant });
        return;
      }
      case 'TokenRevocationLearnt':
        if (this.tokens.get(event.data.tokenId)?.tenant === tenant) this.tokens.delete(event.data.tokenId);
        return;
      case 'MembershipLearnt':
        this.keepMembership({ ...event.data, tenant });
        return;
      case 'MembershipEndLearnt':
        this.dropMembership(tenant, event.data.membershipId);
        return;
      case 'AgreementLearnt':
        this.signaturesOf(tenant).set(event.data.partner, event.data.shares);
        return;
      case 'AgreementEndLearnt':
        this.signaturesOf(tenant).delete(event.data.partner);
        return;
      case 'OversightLearnt':
        this.oversights.set(tenant, [...this.oversightsBut(tenant, event.data.oversightId), { ...event.data, tenant }]);
        return;
      case 'OversightEndLearnt':
        this.oversights.set(tenant, this.oversightsBut(tenant, event.data.oversightId));
    }
  }

  private changeSettings(
    tenant: TenantId,
    settings: Extract<AccessEvent, { type: 'TenantSettingsLearnt' }>['data'],
  ): void {
    const known = this.tenants.get(tenant);
    if (known) this.tenants.set(tenant, { ...known, ...settings });
  }

  private keepMembership(membership: KnownMembership): void {
    const { tenant, membershipId, identity } = membership;
    this.dropMembership(tenant, membershipId);
    this.members.set(memberKey(tenant, membershipId), membership);
    this.memberships.set(identity, [...(this.memberships.get(identity) ?? []), membership]);
  }

  private dropMembership(tenant: TenantId, membershipId: string): void {
    const key = memberKey(tenant, membershipId);
    const identity = this.members.get(key)?.identity;
    if (identity === undefined) return;
    this.members.delete(key);
    const left = (this.memberships.get(identity) ?? []).filter(
      (each) => each.membershipId !== membershipId || each.tenant !== tenant,
    );
    if (left.length > 0) this.memberships.set(identity, left);
    else this.memberships.delete(identity);
  }

  private signaturesOf(tenant: TenantId): Map<string, readonly SharedThing[]> {
    const known = this.signatures.get(tenant) ?? new Map<string, readonly SharedThing[]>();
    this.signatures.set(tenant, known);
    return known;
  }

  private oversightsBut(tenant: TenantId, oversightId: string): readonly KnownOversight[] {
    return (this.oversights.get(tenant) ?? []).filter((each) => each.oversightId !== oversightId);
  }
}
