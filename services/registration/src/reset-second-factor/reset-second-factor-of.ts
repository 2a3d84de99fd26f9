import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { membership } from '../membership/membership.stream.js';
import { resetSecondFactor } from './reset-second-factor.decider.js';

/**
 * For the operator's command line, also where the only administrator has lost the device.
 * @throws RangeError when nobody works for the tenant under this id.
 */
export async function resetSecondFactorOf(
  ports: CommandPorts,
  { tenant, membershipId }: { readonly tenant: string; readonly membershipId: string },
): Promise<void> {
  const outcome = await handleCommand(ports, {
    stream: membership,
    scope: TenantScope.of(tenant),
    id: membershipId,
    decide: resetSecondFactor,
    command: { on: dayAt(ports.clock.now(), defaultTimeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  if (outcome.kind === 'refused') throw new RangeError(`nobody works for '${tenant}' under the id '${membershipId}'`);
}
