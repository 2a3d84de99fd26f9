import { randomBytes } from 'node:crypto';
import { type DataKey, type KeyRecord, type KeyVault, type Purpose, type TenantScope } from '@lotsennetz/kernel';
import { KeyDocuments } from './key-documents.js';
import { adoptRecords, keyRecords, secretKey, type KeyCollections } from './key-records.js';
import { MongoConnection } from './mongo-connection.js';
import { keyOf } from './row-document.js';

const keyBytes = 32;

/**
 * Opens a key store in a database of MongoDB that all services and nodes share; connects with the first use. Keys and
 * tombstones are acknowledged by a majority, on disk. Keys of people are not cached: what any process has forgotten is
 * found by no look-up that begins afterwards. Only a primary that does not know yet that it was voted out can answer
 * from before, for the ten seconds of an election at most; whatever is sealed with such a key is as lost as the key.
 *
 * Needs no transactions. `adopt` looks for conflicts before it writes: a key that another process mints in between is
 * still a KeyConflict, but then what was written stays.
 * Every method throws Unavailable: within some two seconds when no server is there, within five without a majority.
 */
export function openMongoKeys(url: string, database: string): KeyVault {
  return new MongoKeys(new MongoConnection(url, database, () => undefined));
}

class MongoKeys implements KeyVault {
  private readonly collections: KeyCollections;
  /** Secrets stay as they are for ever, and a tenant has few. */
  private readonly secrets = new Map<string, DataKey>();

  constructor(private readonly connection: MongoConnection) {
    this.collections = {
      people: new KeyDocuments(connection, 'people'),
      secrets: new KeyDocuments(connection, 'secrets'),
    };
  }

  async obtain(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | 'forgotten'> {
    return minted(this.collections.people, keyOf(scope, subject), purpose);
  }

  async find(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | undefined> {
    const found = await this.collections.people.find(keyOf(scope, subject), purpose);
    return found === 'forgotten' ? undefined : found;
  }

  async forget(scope: TenantScope, subject: string): Promise<void> {
    await this.collections.people.forget(keyOf(scope, subject));
  }

  async secret(scope: TenantScope, name: string): Promise<DataKey> {
    const id = keyOf(scope, name);
    const known = this.secrets.get(id);
    if (known) return known;
    const secret = await minted(this.collections.secrets, id, secretKey);
    if (secret === 'forgotten') throw new Error(`the secret ${id} has a tombstone, which secrets never get`);
    this.secrets.set(id, secret);
    return secret;
  }

  records(): AsyncIterable<KeyRecord> {
    return keyRecords(this.collections);
  }

  adopt(records: readonly KeyRecord[]): Promise<void> {
    return adoptRecords(this.collections, records);
  }

  async close(): Promise<void> {
    this.secrets.clear();
    await this.connection.close();
  }
}

async function minted(documents: KeyDocuments, id: string, name: string): Promise<DataKey | 'forgotten'> {
  return (await documents.find(id, name)) ?? documents.settle(id, name, randomBytes(keyBytes));
}
