import { dayAt, defaultTimeZone, deriveId, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { office, type OfficeAddress } from '../office/office.stream.js';
import { openOffice } from './open-office.decider.js';

/**
 * For the operator's command line: an office is known by its name there. Answers whether it was opened; one that is
 * open, or was closed, stays as it is.
 */
export async function openOfficeNamed(ports: CommandPorts, tenant: string, address: OfficeAddress): Promise<boolean> {
  const outcome = await handleCommand(ports, {
    stream: office,
    scope: TenantScope.of(tenant),
    id: deriveId('office', tenant, address.name),
    decide: openOffice,
    command: { office: address, on: dayAt(ports.clock.now(), defaultTimeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  return outcome.kind === 'done' && outcome.events.length > 0;
}
