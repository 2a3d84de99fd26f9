import { dayAt, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { tenant, type TenantFacts } from '../tenant/tenant.stream.js';
import { foundTenant } from './found-tenant.decider.js';

/** For the operator's command line, which opens the store itself. @throws RangeError when the tenant exists under another name, or may not exist. */
export async function foundTenantNamed(
  ports: CommandPorts,
  { id, ...facts }: TenantFacts & { readonly id: string },
): Promise<void> {
  const outcome = await handleCommand(ports, {
    stream: tenant,
    scope: TenantScope.of(id),
    id,
    decide: foundTenant,
    command: { id, facts, on: dayAt(ports.clock.now(), facts.timeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  if (outcome.kind === 'done') return;
  if (outcome.kind === 'refused' && outcome.refused === 'reserved-id')
    throw new RangeError(`'${id}' is the platform's own id`);
  throw new RangeError(`the tenant '${id}' exists already, under another name`);
}
