import { tenantKinds, type TenantKind } from '@lotsennetz/contracts';
import { isTenantId } from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import { foundTenantNamed } from '@lotsennetz/suite';
import { oneOf } from './arguments.js';
import { letEventsTravel, withStores } from './stores.js';
import { everyServiceKnows } from './every-service-knows.js';

/** Founds a tenant and returns once every service knows it. May be repeated. */
export async function addTenant(
  config: Config,
  id: string,
  options: { readonly name: string; readonly kind: string; readonly timeZone: string },
): Promise<void> {
  if (!isTenantId(id))
    throw new RangeError(`'${id}' cannot be a tenant's id: 2 to 40 of a-z, 0-9 and "-", starting with a letter`);
  const kind = oneOf<TenantKind>(tenantKinds, options.kind, '--kind');
  if (!Intl.supportedValuesOf('timeZone').includes(options.timeZone))
    throw new RangeError(`--time-zone: '${options.timeZone}' is no IANA time zone, such as Europe/Berlin`);
  await withStores(config, (stores) =>
    foundTenantNamed(stores.commandPorts('registration'), { id, name: options.name, kind, timeZone: options.timeZone }),
  );
  await letEventsTravel(config);
  await withStores(config, (stores) => everyServiceKnows(stores, id, (grants) => grants.founded));
}
