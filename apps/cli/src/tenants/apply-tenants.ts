import type { Config } from '@lotsennetz/platform';
import { changeSettingsOf, foundTenantNamed, openOfficeNamed, tenantOf, type DescribedTenant } from '@lotsennetz/suite';
import { everyServiceKnows } from '../every-service-knows.js';
import { letEventsTravel, withStores, type Stores } from '../stores.js';
import { readTenantFile } from './tenant-file.js';

/**
 * Founds what the files describe, or changes what differs, and returns once every service knows the tenants. May be
 * repeated; what a file does not name stays. All files are read before anything is changed.
 * @throws RangeError naming file, line and field of what cannot be used.
 */
export async function applyTenants(
  config: Config,
  files: readonly string[],
  tell: (line: string) => void,
): Promise<void> {
  const tenants = files.map((file) => readTenantFile(file));
  await withStores(config, async (stores) => {
    for (const each of tenants) {
      const done = await applied(stores, each);
      tell(`${each.id}: ${done.length > 0 ? done.join(', ') : 'nothing to change'}`);
    }
  });
  await letEventsTravel(config);
  await withStores(config, async (stores) => {
    for (const { id } of tenants) await everyServiceKnows(stores, id, (grants) => grants.founded);
  });
}

async function applied(
  stores: Stores,
  { offices = [], deployment: _, overlay: __, ...described }: DescribedTenant,
): Promise<readonly string[]> {
  const ports = stores.commandPorts('registration');
  const { id, kind, ...settings } = described;
  const before = await tenantOf(ports, id);
  if (before && before.kind !== kind) throw new RangeError(`'${id}' was founded as ${before.kind}, which stays`);
  const done: string[] = [];
  if (before) done.push(...(await changeSettingsOf(ports, id, settings)).map((name) => `${name} changed`));
  else {
    await foundTenantNamed(ports, described);
    done.push('founded');
  }
  for (const office of offices)
    if (await openOfficeNamed(ports, id, office)) done.push(`office '${office.name}' opened`);
  return done;
}
