import { roles, type Role } from '@lotsennetz/contracts';
import { FoldCache, loadState, TenantScope } from '@lotsennetz/kernel';
import { accessStream, type Config } from '@lotsennetz/platform';
import { createTokenFor } from '@lotsennetz/suite';
import { oneOf } from './arguments.js';
import { everyServiceKnows } from './every-service-knows.js';
import { letEventsTravel, withStores, type Stores } from './stores.js';

/** Makes a token and returns it once every service honours it. It is shown this once only. */
export async function createToken(
  config: Config,
  options: { readonly tenant: string; readonly role: string },
): Promise<string> {
  const role = oneOf<Role>(roles, options.role, '--role');
  const { token, tokenId } = await withStores(config, async (stores) => {
    await mustExist(stores, options.tenant);
    return createTokenFor(stores.commandPorts('registration'), { tenant: options.tenant, role });
  });
  await letEventsTravel(config);
  await withStores(config, (stores) =>
    everyServiceKnows(stores, options.tenant, (grants) => grants.tokens.has(tokenId)),
  );
  return token;
}

/** @throws RangeError for a tenant that was never founded. */
export async function mustExist(stores: Stores, tenant: string): Promise<void> {
  const scope = TenantScope.of(tenant);
  const ports = { ...stores.commandPorts('registration'), folds: new FoldCache() };
  const { state } = await loadState(ports, accessStream('registration'), { scope, id: tenant });
  if (!state.founded)
    throw new RangeError(
      `there is no tenant '${tenant}'; found it with: lotsennetz tenant add ${tenant} --name "..." --kind municipality`,
    );
}
