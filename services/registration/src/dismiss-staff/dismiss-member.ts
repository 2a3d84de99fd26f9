import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { membership } from '../membership/membership.stream.js';
import { dismissStaff } from './dismiss-staff.decider.js';

/**
 * For the operator's command line, which may also dismiss the last administrator: it can appoint another. May be repeated.
 * @throws RangeError when nobody works for the tenant under this id.
 */
export async function dismissMember(
  ports: CommandPorts,
  { tenant, membershipId }: { readonly tenant: string; readonly membershipId: string },
): Promise<void> {
  const outcome = await handleCommand(ports, {
    stream: membership,
    scope: TenantScope.of(tenant),
    id: membershipId,
    decide: dismissStaff,
    command: { mayLeave: true, on: dayAt(ports.clock.now(), defaultTimeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  if (outcome.kind === 'refused') throw new RangeError(`nobody works for '${tenant}' under the id '${membershipId}'`);
}
