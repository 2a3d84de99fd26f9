import type { Instant, Keys, ReadModels } from '@lotsennetz/kernel';
import { platformScope, sealText, unsealText, type CarriedAccounts, type IdentityAccounts } from '@lotsennetz/platform';
import type { AccountRow } from './account.js';
import type { Accounts } from './accounts.js';
import type { AddressKeyRow, AddressKeys } from './address-keys.js';

interface Parts {
  readonly documents: ReadModels;
  readonly keys: Keys;
  readonly accounts: Accounts;
  readonly addresses: AddressKeys;
}

/** Accounts as the platform keeps, carries and ends them. */
export class StoredAccounts implements IdentityAccounts {
  constructor(private readonly parts: Parts) {}

  async *records(): AsyncIterable<object> {
    yield* this.parts.accounts.records();
    yield* this.parts.addresses.records();
  }

  async adopt(records: AsyncIterable<object>): Promise<void> {
    const { accounts, addresses } = this.parts;
    for await (const row of records)
      await ('addressKey' in row ? addresses.keep(row as AddressKeyRow) : accounts.keep(row as AccountRow));
  }

  async carried(identities: ReadonlySet<string>): Promise<CarriedAccounts> {
    return { addressKeys: await this.parts.addresses.all(), accounts: this.openedOf(identities) };
  }

  async takeIn({ addressKeys, accounts }: CarriedAccounts): Promise<void> {
    const sealKey = await this.sealKey();
    for await (const carried of accounts) {
      const account = carried as AccountRow;
      if (await this.parts.accounts.find(account.sub)) continue;
      // Before the account: without them no address leads to it.
      for (const key of addressKeys) await this.parts.addresses.add(key);
      await this.parts.accounts.keep(resealed(account, (text, belongsTo) => sealText(sealKey, belongsTo, text)));
    }
  }

  removeOf(identity: string): Promise<void> {
    return this.parts.accounts.removeOf(identity);
  }

  dropSecondFactor(identity: string, by: Instant): Promise<void> {
    return this.parts.accounts.dropSecondFactor(identity, by);
  }

  private async *openedOf(identities: ReadonlySet<string>): AsyncIterable<AccountRow> {
    const sealKey = await this.sealKey();
    for await (const account of this.parts.accounts.records())
      if (identities.has(account.identity))
        yield resealed(account, (text, belongsTo) => unsealText(sealKey, belongsTo, text));
  }

  private sealKey(): Promise<Uint8Array> {
    return this.parts.keys.secret(platformScope, 'accounts');
  }
}

/** The account with its sealed values turned into others; one that cannot be turned is left out, as if never given. */
function resealed(
  { name, secondFactor, ...account }: AccountRow,
  turn: (text: string, belongsTo: string) => string | undefined,
): AccountRow {
  const newName = name === undefined ? undefined : turn(name, `${account.sub} name`);
  const secret = secondFactor && turn(secondFactor.secret, `${account.sub} totp`);
  return {
    ...account,
    ...(newName === undefined ? {} : { name: newName }),
    ...(secondFactor && secret !== undefined ? { secondFactor: { ...secondFactor, secret } } : {}),
  };
}
