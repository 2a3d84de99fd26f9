import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { erasure } from '../erasure/erasure.stream.js';
import { orderErasure } from '../order-erasure.decider.js';

/**
 * For the operator's command line: forgets somebody, for good. The keys are gone when this returns; the services then
 * empty what they hold. May be repeated.
 * @throws RangeError where nobody has asked for it, or a legal hold makes it wait.
 */
export async function orderErasureOf(
  ports: CommandPorts,
  { tenant, person: id }: { readonly tenant: string; readonly person: string },
): Promise<void> {
  const scope = TenantScope.of(tenant);
  const outcome = await handleCommand(ports, {
    ...{ stream: erasure, scope, id, decide: orderErasure },
    command: { on: dayAt(ports.clock.now(), defaultTimeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  if (outcome.kind === 'refused') {
    const why = Object.entries(outcome.details ?? {}).map(([name, value]) => `${name} ${value}`);
    throw new RangeError(`'${id}' cannot be forgotten now: ${[outcome.refused, ...why].join(', ')}`);
  }
  await ports.keys.forget(scope, id);
}
