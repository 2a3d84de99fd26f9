import { isTenantId, TenantScope, type Keys } from '@lotsennetz/kernel';
import { readInvitation } from '../access/invitation.js';
import type { ServiceRuntime } from '../service-runtime.js';

/** Who has signed an invitation: says a tenant's name for its own signature alone, and nothing of others. */
export function invitingIn(
  runtimes: Iterable<ServiceRuntime>,
  keys: Keys,
): (tenant: string, invitation: string) => Promise<string | undefined> {
  const [runtime] = runtimes;
  return async (tenant, invitation) => {
    if (!runtime || !isTenantId(tenant)) return undefined;
    const signed = await readInvitation(keys, TenantScope.of(tenant), invitation);
    return signed ? (runtime.access.tenant(tenant)?.name ?? 'Lotsennetz') : undefined;
  };
}
