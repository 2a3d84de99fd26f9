import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { readInvitation } from '@lotsennetz/platform';
import { membership } from '../membership/membership.stream.js';
import { acceptInvitation, type AcceptInvitationRefusal } from './accept-invitation.decider.js';

export type Accepted =
  | { readonly kind: 'accepted'; readonly membershipId: string }
  | { readonly kind: 'refused'; readonly code: AcceptInvitationRefusal };

/** For the sign-in of this process: somebody came with a link and has proven who they are. May be repeated. */
export async function acceptInvitationAs(
  ports: CommandPorts,
  {
    tenant,
    invitation: text,
    identity,
  }: { readonly tenant: string; readonly invitation: string; readonly identity: string },
): Promise<Accepted> {
  const scope = TenantScope.of(tenant);
  const invitation = await readInvitation(ports.keys, scope, text);
  if (!invitation) return { kind: 'refused', code: 'unknown-membership' };
  const { membershipId, number } = invitation;
  const outcome = await handleCommand(ports, {
    stream: membership,
    scope,
    id: membershipId,
    decide: acceptInvitation,
    command: { identity, invitation: number, on: dayAt(ports.clock.now(), defaultTimeZone) },
    meta: { actor: `person:${membershipId}`, correlationId: ports.ids.next() },
  });
  if (outcome.kind === 'refused') return { kind: 'refused', code: outcome.refused };
  return { kind: 'accepted', membershipId };
}
