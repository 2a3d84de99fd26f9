import { AccessRegistry, platformTenant, type Config } from '@lotsennetz/platform';
import { staffOf } from '@lotsennetz/suite';
import { mustExist } from '../create-token.js';
import { withStores } from '../stores.js';

/** One line a tenant: id, kind, name. */
export async function listTenants(config: Config): Promise<readonly string[]> {
  return withStores(config, async (stores) => {
    const access = new AccessRegistry('registration', stores.ports('registration').eventStore);
    await access.catchUp();
    return access.all().map(({ id, kind, name }) => [id, kind, name].join('\t'));
  });
}

/** One line a membership: id, status, roles. Names are for the tenant's administrators. */
export async function listStaff(config: Config, tenant: string): Promise<readonly string[]> {
  return withStores(config, async (stores) => {
    if (tenant !== platformTenant) await mustExist(stores, tenant);
    const staff = await staffOf(stores.commandPorts('registration'), tenant);
    return staff.map(({ membershipId, status, roles }) => [membershipId, status, roles.join(',')].join('\t'));
  });
}
