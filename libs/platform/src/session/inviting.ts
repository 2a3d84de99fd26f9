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

/** Whether the service that invites still honours a text: signed, the newest of its membership, unused, and in time. */
export function openInvitationsIn(
  runtimes: Iterable<ServiceRuntime>,
  keys: Keys,
): (tenant: string, invitation: string) => Promise<boolean> {
  const inviting = [...runtimes].find(({ definition }) => definition.isOpenInvitation);
  return async (tenant, text) => {
    if (!inviting || !isTenantId(tenant)) return false;
    const scope = TenantScope.of(tenant);
    const invitation = await readInvitation(keys, scope, text);
    if (!invitation) return false;
    return (await inviting.definition.isOpenInvitation?.(inviting, scope, invitation)) ?? false;
  };
}
