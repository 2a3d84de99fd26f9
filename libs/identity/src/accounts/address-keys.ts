import { createHash, createHmac } from 'node:crypto';
import { deriveId, type Keys, type ReadModels } from '@lotsennetz/kernel';
import { platformScope as scope, sealText, unsealText } from '@lotsennetz/platform';

const collection = 'address-keys';

/** A key of another platform, as it is stored. */
export interface AddressKeyRow {
  readonly id: string;
  /** Sealed. */
  readonly addressKey: string;
}

/**
 * The keys under which addresses lead to accounts: this platform's own, and those of platforms from which accounts came.
 * The addresses themselves are stored nowhere, so accounts cannot be put under another key.
 */
export class AddressKeys {
  constructor(
    private readonly documents: ReadModels,
    private readonly keys: Keys,
  ) {}

  open(): Promise<void> {
    return this.documents.open(collection, []);
  }

  /** Every account id that the address may have: first the one of an account that is made here. */
  async subsOf(email: string): Promise<readonly [string, ...string[]]> {
    const [own, ...others] = await this.all();
    return [subUnder(own, email), ...others.map((key) => subUnder(key, email))];
  }

  /** The own first. */
  async all(): Promise<readonly [Uint8Array, ...Uint8Array[]]> {
    const own = await this.keys.secret(scope, 'account-email');
    const sealKey = await this.sealKey();
    const others: Uint8Array[] = [];
    for await (const { id, addressKey } of this.records()) {
      const text = unsealText(sealKey, `address key ${id}`, addressKey);
      if (text !== undefined) others.push(Buffer.from(text, 'base64url'));
    }
    return [own, ...others];
  }

  /** May be repeated. */
  async add(key: Uint8Array): Promise<void> {
    const id = createHash('sha256').update(key).digest('base64url');
    const text = Buffer.from(key).toString('base64url');
    await this.keep({ id, addressKey: sealText(await this.sealKey(), `address key ${id}`, text) });
  }

  /** Those of other platforms, as they are stored. */
  async *records(): AsyncIterable<AddressKeyRow> {
    let cursor: string | undefined;
    do {
      const page = await this.documents.query<AddressKeyRow>(collection, scope, { limit: 100, cursor });
      for (const { row } of page.items) yield row;
      cursor = page.next;
    } while (cursor);
  }

  async keep(row: AddressKeyRow): Promise<void> {
    await this.documents.commit([{ collection, scope, id: row.id, row }]);
  }

  private sealKey(): Promise<Uint8Array> {
    return this.keys.secret(scope, 'accounts');
  }
}

function subUnder(key: Uint8Array, email: string): string {
  return deriveId('account', createHmac('sha256', key).update(normalizedEmail(email)).digest('base64url'));
}

/** As it is compared: addresses differ in case only on paper. */
function normalizedEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
