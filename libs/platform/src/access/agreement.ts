import type { SharedThing } from '@lotsennetz/contracts';
import type { TenantId } from '@lotsennetz/kernel';
import type { Grants } from './grants.js';

/**
 * Whether an agreement between the two stands now: each has signed to share this with the other. Names of tenants that
 * do not exist have signed nothing.
 */
export function bothSigned(grants: Grants, [one, other]: readonly [string, string], thing: SharedThing): boolean {
  const signed = (by: string, partner: string) =>
    grants.signatures
      .get(by as TenantId)
      ?.get(partner)
      ?.includes(thing) ?? false;
  return signed(one, other) && signed(other, one);
}
