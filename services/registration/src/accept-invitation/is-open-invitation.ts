import { dayAt, defaultTimeZone, isRefusal, loadState, type CommandPorts, type TenantScope } from '@lotsennetz/kernel';
import type { Invitation } from '@lotsennetz/platform';
import { membership } from '../membership/membership.stream.js';
import { acceptInvitation } from './accept-invitation.decider.js';

/** For the sign-in of this process: whether somebody could accept it now. */
export async function isOpenInvitation(
  ports: CommandPorts,
  scope: TenantScope,
  { membershipId, number }: Invitation,
): Promise<boolean> {
  const { state } = await loadState(ports, membership, { scope, id: membershipId });
  const on = dayAt(ports.clock.now(), defaultTimeZone);
  return !isRefusal(acceptInvitation({ identity: 'nobody yet', invitation: number, on }, state));
}
