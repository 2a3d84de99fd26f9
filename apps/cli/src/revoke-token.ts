import type { Config } from '@lotsennetz/platform';
import { revokeTokenOf } from '@lotsennetz/suite';
import { mustExist } from './create-token.js';
import { everyServiceKnows } from './every-service-knows.js';
import { letEventsTravel, withStores } from './stores.js';

/** Takes a token back and returns once no service honours it any more. May be repeated. */
export async function revokeToken(
  config: Config,
  tokenId: string,
  options: { readonly tenant: string },
): Promise<void> {
  const { tenant } = options;
  await withStores(config, async (stores) => {
    await mustExist(stores, tenant);
    await revokeTokenOf(stores.commandPorts('registration'), { tenant, tokenId });
  });
  await letEventsTravel(config);
  await withStores(config, (stores) => everyServiceKnows(stores, tenant, (grants) => !grants.tokens.has(tokenId)));
}
