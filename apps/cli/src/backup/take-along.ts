import { AccessRegistry, moveAudit, moveTenantAudit, type Config } from '@lotsennetz/platform';
import type { Stores } from '../stores.js';
import { copyAccounts, copyAccountsOf } from './account-file.js';

/** Both sides of a move. */
export interface Ends {
  readonly source: Stores;
  readonly target: Stores;
  readonly from: Config;
  readonly to: Config;
  /** The target was empty when the move began. */
  readonly isNew: boolean;
  /** undefined: all move. */
  readonly tenant: string | undefined;
}

/** Of one tenant the accounts of its members; all, where nobody signs in yet. */
export async function takeAccountsAlong({ source, target, from, to, isNew, tenant }: Ends): Promise<void> {
  const [there, here] = [
    { config: from, stores: source },
    { config: to, stores: target },
  ];
  if (tenant !== undefined) await copyAccountsOf(await membersOf(source, tenant), there, here);
  else if (isNew) await copyAccounts(there, here);
}

/** Identities of everybody who is a member of the tenant. */
async function membersOf(stores: Stores, tenant: string): Promise<ReadonlySet<string>> {
  const registry = new AccessRegistry('registration', stores.ports('registration').eventStore);
  await registry.catchUp();
  const members = [...registry.grants.members.values()].filter((each) => each.tenant === tenant);
  return new Set(members.map(({ identity }) => identity));
}

/** Chains go on in one place only: in new stores those of the source, elsewhere those that are there. */
export async function takeAuditAlong({ source, target, from, to, isNew, tenant }: Ends): Promise<void> {
  const [there, here] = [
    { config: from, keyring: source.shared.keyring },
    { config: to, keyring: target.shared.keyring },
  ];
  if (tenant !== undefined) await moveTenantAudit(tenant, there, here);
  else if (isNew) await moveAudit(there, here);
}
