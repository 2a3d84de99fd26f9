import type { TenantId } from '@lotsennetz/kernel';
import type { Grants } from '@lotsennetz/platform';

/** How many people beside this one administer the tenant now. */
export function otherAdministrators(grants: Grants, tenant: TenantId, membershipId: string): number {
  const held = [...grants.memberships.values()].flat();
  return held.filter(
    (each) => each.tenant === tenant && each.membershipId !== membershipId && each.roles.includes('administrator'),
  ).length;
}
