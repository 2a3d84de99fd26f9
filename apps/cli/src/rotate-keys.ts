import { isTenantId } from '@lotsennetz/kernel';
import { anchorsFolder, rewrapEarlierKeys, type Config } from '@lotsennetz/platform';
import { withStores } from './stores.js';

/**
 * Puts a new root key version and new keys of all tenants, or of one tenant a new key, above the data keys, beside a
 * running platform; the keys of older audit records go below the new version, too. Repeated after an interruption, it goes on where it was.
 */
export async function rotateKeys(config: Config, tenant: string | undefined): Promise<void> {
  if (tenant !== undefined && !isTenantId(tenant)) throw new RangeError(`'${tenant}' cannot be a tenant's id`);
  await withStores(config, async ({ shared }) => {
    const onProgress = (of: string, keys: number) => console.log(`${of}\t${keys} keys so far`);
    const { root, tenants } = await shared.keys.rotate({ tenant, onProgress });
    for (const each of tenants) console.log(`${each.tenant}\t${each.keys} keys wrapped anew`);
    if (root === undefined) return;
    await rewrapEarlierKeys(shared.keyring, anchorsFolder(config));
    console.log(
      `root key ${root} wraps from now on; back the keyring up, and keep older versions while backups need them`,
    );
  });
}
