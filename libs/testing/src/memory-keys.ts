import { randomBytes } from 'node:crypto';
import { TenantScope, type DataKey, type Keys, type Purpose } from '@lotsennetz/kernel';

/** What outlives a key store. */
export class MemoryKeyRing {
  readonly keys = new Map<string, Map<Purpose, DataKey>>();
  readonly tombstones = new Set<string>();
  readonly secrets = new Map<string, DataKey>();
}

/** Keys in memory. */
export class MemoryKeys implements Keys {
  constructor(private readonly ring = new MemoryKeyRing()) {}

  async obtain(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | 'forgotten'> {
    const name = nameOf(scope, subject);
    if (this.ring.tombstones.has(name)) return Promise.resolve('forgotten');
    const ofSubject = this.ring.keys.get(name) ?? new Map<Purpose, DataKey>();
    this.ring.keys.set(name, ofSubject);
    return minted(ofSubject, purpose);
  }

  async find(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | undefined> {
    return Promise.resolve(this.ring.keys.get(nameOf(scope, subject))?.get(purpose));
  }

  async forget(scope: TenantScope, subject: string): Promise<void> {
    const name = nameOf(scope, subject);
    this.ring.keys.delete(name);
    this.ring.tombstones.add(name);
    return Promise.resolve();
  }

  async secret(scope: TenantScope, name: string): Promise<DataKey> {
    return Promise.resolve(minted(this.ring.secrets, nameOf(scope, name)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function nameOf(scope: TenantScope, name: string): string {
  return JSON.stringify([TenantScope.require(scope).tenant, name]);
}

function minted<Name>(keys: Map<Name, DataKey>, name: Name): DataKey {
  const key = keys.get(name) ?? randomBytes(32);
  keys.set(name, key);
  return key;
}
