import type { FindAccount } from 'oidc-provider';
import type { Accounts } from '../accounts/accounts.js';
import { demoSub, type DemoPerson } from '../demo.js';

/** Accounts as the provider asks for them. A person of the example has none, and exists while the example does. */
export function accountFinder(accounts: Accounts, people: () => readonly DemoPerson[]): FindAccount {
  return async (_, sub) => {
    const demo = people().find(({ key }) => demoSub(key) === sub);
    if (demo) return account(sub, demo.name);
    const known = await accounts.find(sub);
    return known && account(sub, await accounts.nameOf(known));
  };
}

function account(sub: string, name: string | undefined) {
  return { accountId: sub, claims: () => ({ sub, ...(name === undefined ? {} : { name }) }) };
}
