import { dayAt, defaultTimeZone, handleCommand, TenantScope, type CommandPorts } from '@lotsennetz/kernel';
import { tenant, type SettingsChange } from '../tenant/tenant.stream.js';
import { changeTenantSettings } from './change-tenant-settings.decider.js';

/** For the operator's command line. May be repeated; answers which settings it changed. @throws RangeError for a tenant that was never founded. */
export async function changeSettingsOf(
  ports: CommandPorts,
  id: string,
  change: SettingsChange,
): Promise<readonly string[]> {
  const outcome = await handleCommand(ports, {
    stream: tenant,
    scope: TenantScope.of(id),
    id,
    decide: changeTenantSettings,
    command: { change, on: dayAt(ports.clock.now(), change.timeZone ?? defaultTimeZone) },
    meta: { actor: 'cli', correlationId: ports.ids.next() },
  });
  if (outcome.kind !== 'done') throw new RangeError(`there is no tenant '${id}'`);
  return outcome.events.flatMap(({ data }) => Object.keys(data));
}
