import type { Role } from '@lotsennetz/contracts';
import { demandsSecondFactor } from '../access/need.js';
import type { ServiceRuntime } from '../service-runtime.js';

/** One tenant that a signed-in person belongs to. */
export interface SessionMembership {
  readonly tenant: string;
  readonly tenantName: string;
  readonly roles: readonly Role[];
  /** Tells one's own row among the staff from the others'. */
  readonly membershipId: string;
  /** Of a volunteer or newcomer: who they are in registration. */
  readonly subjectId?: string;
}

/** What this process knows of somebody's memberships by now. */
export type MembershipsOf = (identity: string) => Promise<readonly SessionMembership[]>;

/** Each service knows all memberships; asking any of them is asking all. */
export function membershipsIn(runtimes: Iterable<ServiceRuntime>): MembershipsOf {
  const [runtime] = runtimes;
  return async (identity) => {
    if (!runtime) return [];
    const { access } = runtime;
    await access.catchUp();
    return (access.grants.memberships.get(identity) ?? []).map(({ tenant, roles, membershipId, subjectId }) => ({
      tenant,
      tenantName: access.tenant(tenant)?.name ?? 'Lotsennetz',
      roles,
      membershipId,
      ...(subjectId === undefined ? {} : { subjectId }),
    }));
  };
}

/** Whether a password alone is not enough: some role opens other people's data. */
export function needSecondFactor(memberships: readonly SessionMembership[]): boolean {
  return memberships.some(({ roles }) => roles.some(demandsSecondFactor));
}
