import type { Role } from '@lotsennetz/contracts';
import { memberKey, type Grants, type KnownToken } from './grants.js';

/**
 * Whether whoever holds these roles may still stand behind a token in this role that they made: as an administrator, or
 * because they may do the same themselves. Without a role they have no longer, no machine of theirs has it either.
 */
export function mayStandBehind(roles: readonly Role[], role: Role): boolean {
  return roles.includes('administrator') || roles.includes(role);
}

/** Whether somebody still stands behind a token; behind those of the command line it is whoever runs the platform. */
export function isStoodBehind({ tenant, role, createdBy }: KnownToken, grants: Pick<Grants, 'members'>): boolean {
  if (createdBy === undefined) return true;
  return mayStandBehind(grants.members.get(memberKey(tenant, createdBy))?.roles ?? [], role);
}
