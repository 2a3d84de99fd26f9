import type { TenantKind } from '@lotsennetz/contracts';
import { dayAt, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { tenant } from '../tenant/tenant.stream.js';
import { foundTenant } from './found-tenant.decider.js';

/** For the operator's command line, which opens the store itself. @throws RangeError when the tenant exists under another name. */
export async function foundTenantNamed(
  ports: CommandPorts,
  wanted: { readonly id: string; readonly name: string; readonly kind: TenantKind; readonly timeZone: string },
): Promise<void> {
  const { id, ...facts } = wanted;
  const command = { ...facts, on: dayAt(ports.clock.now(), facts.timeZone) };
  const meta = { actor: 'cli', correlationId: ports.ids.next() };
  const outcome = await handleCommand(ports, {
    stream: tenant,
    scope: TenantScope.of(id),
    id,
    decide: foundTenant,
    command,
    meta,
  });
  if (outcome.kind === 'refused') throw new RangeError(`the tenant '${id}' exists already, under another name`);
}
