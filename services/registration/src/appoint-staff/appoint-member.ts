import { staffRoles, type Role } from '@lotsennetz/contracts';
import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { platformTenant, signInvitation } from '@lotsennetz/platform';
import { validUntil } from '../invitations.js';
import { membership, type Invited } from '../membership/membership.stream.js';
import { appointStaff } from './appoint-staff.decider.js';

export interface Appointment {
  readonly tenant: string;
  readonly person: Invited;
  readonly roles: readonly Role[];
  /** Unless told otherwise each appointment is a new one. */
  readonly membershipId?: string;
}

/**
 * For the operator's command line: invites somebody to work for a tenant, or for the platform itself as its operator.
 * @throws RangeError for a role that cannot be held there.
 */
export async function appointMember(
  ports: CommandPorts,
  { tenant, person, roles, membershipId = ports.ids.next() }: Appointment,
): Promise<{ readonly membershipId: string; readonly invitation: string }> {
  const held: readonly Role[] = tenant === platformTenant ? ['operator'] : staffRoles;
  if (roles.length === 0 || roles.some((role) => !held.includes(role)))
    throw new RangeError(`at '${tenant}' people are appointed as ${held.join(', ')}`);
  const scope = TenantScope.of(tenant);
  const on = dayAt(ports.clock.now(), defaultTimeZone);
  await handleCommand(ports, {
    stream: membership,
    scope,
    id: membershipId,
    decide: appointStaff,
    command: { person, roles, validUntil: validUntil(on), on },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  return { membershipId, invitation: await signInvitation(ports.keys, scope, { membershipId, number: 1 }) };
}
