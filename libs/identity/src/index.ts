import type { EmbeddedIdentity } from '@lotsennetz/platform';
import { Accounts } from './accounts/accounts.js';
import { AddressKeys } from './accounts/address-keys.js';
import { StoredAccounts } from './accounts/stored-accounts.js';
import type { DemoPerson } from './demo.js';
import { mountProvider } from './mount.js';

export { demoIdentity, type DemoPerson } from './demo.js';

/**
 * The provider of identities that the platform brings along: OpenID Connect, code flow with PKCE, one client.
 * `people` are those of the example, by data folder; empty wherever the example is not loaded.
 */
export function embeddedProvider(people: (dataFolder: string) => readonly DemoPerson[] = () => []): EmbeddedIdentity {
  return {
    isDemo: ({ dataFolder }) => people(dataFolder).length > 0,
    mount: (server, host) => mountProvider(server, host, () => people(host.config.dataFolder)),
    openAccounts: async ({ documents, keys, clock }) => {
      const accounts = new Accounts(documents, keys, clock);
      await accounts.open();
      return new StoredAccounts({ documents, keys, accounts, addresses: new AddressKeys(documents, keys) });
    },
  };
}
