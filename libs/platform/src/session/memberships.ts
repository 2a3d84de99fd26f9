import type { Role } from '@lotsennetz/contracts';

/** One tenant that a signed-in person belongs to. */
export interface SessionMembership {
  readonly tenant: string;
  readonly tenantName: string;
  readonly roles: readonly Role[];
  /** Of a volunteer or newcomer: who they are in registration. */
  readonly subjectId?: string;
}

/** What the services of this process know of somebody's memberships. */
export type MembershipsOf = (identity: string) => readonly SessionMembership[];

const ownThingsOnly: ReadonlySet<Role> = new Set<Role>(['volunteer', 'newcomer']);

/** Staff see other people's data, so a password alone is not enough. */
export function isStaff(memberships: readonly SessionMembership[]): boolean {
  return memberships.some(({ roles }) => roles.some((role) => !ownThingsOnly.has(role)));
}
