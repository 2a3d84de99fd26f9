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

/**
 * Of one tenant the accounts of its members; all, where nobody signs in yet. Answers how many members' accounts stay
 * behind: who works for another tenant too would be known to a second operator, who could sign in there in their name.
 */
export async function takeAccountsAlong({ source, target, from, to, isNew, tenant }: Ends): Promise<number> {
  const [there, here] = [
    { config: from, stores: source },
    { config: to, stores: target },
  ];
  if (tenant === undefined) {
    if (isNew) await copyAccounts(there, here);
    return 0;
  }
  const { alone, shared } = await membersOf(source, tenant);
  const copied = await copyAccountsOf(alone, there, here);
  return copied ? shared.size : 0;
}

/** Identities of the tenant's members: who belongs to it alone, and to others too. */
async function membersOf(stores: Stores, tenant: string) {
  const registry = new AccessRegistry('registration', stores.ports('registration').eventStore);
  await registry.catchUp();
  const [alone, shared] = [new Set<string>(), new Set<string>()];
  for (const [identity, memberships] of registry.grants.memberships) {
    if (!memberships.some((each) => each.tenant === tenant)) continue;
    const isShared = memberships.some((each) => each.tenant !== tenant);
    (isShared ? shared : alone).add(identity);
  }
  return { alone, shared };
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
