import { randomBytes } from 'node:crypto';
import {
  KeyConflict,
  SubjectForgotten,
  TenantScope,
  type DataKey,
  type Forgettings,
  type KeyRecord,
  type KeyVault,
  type Purpose,
  type Subject,
  type TenantId,
} from '@lotsennetz/kernel';

/** What outlives a key store. */
export class MemoryKeyRing {
  readonly keys = new Map<string, Map<Purpose, DataKey>>();
  readonly tombstones = new Set<string>();
  readonly forgettings: Subject[] = [];
  readonly secrets = new Map<string, DataKey>();
}

/** Keys in memory. */
export class MemoryKeys implements KeyVault {
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
    this.ring.forgettings.push({ tenant: scope.tenant, subject });
    return Promise.resolve();
  }

  refuseForgotten(scope: TenantScope, subjects: readonly string[]): void {
    const forgotten = subjects.find((subject) => this.ring.tombstones.has(nameOf(scope, subject)));
    if (forgotten !== undefined) throw new SubjectForgotten(forgotten);
  }

  forgottenSince(mark?: number): Forgettings {
    const { length } = this.ring.forgettings;
    return { mark: length, subjects: this.ring.forgettings.slice(mark ?? length) };
  }

  async secret(scope: TenantScope, name: string): Promise<DataKey> {
    return Promise.resolve(minted(this.ring.secrets, nameOf(scope, name)));
  }

  async *records(): AsyncIterable<KeyRecord> {
    for (const name of this.ring.tombstones) yield { ...subjectOf(name), forgotten: true };
    for (const [name, keys] of this.ring.keys)
      for (const [purpose, key] of keys) yield { ...subjectOf(name), purpose, key };
    for (const [name, secret] of this.ring.secrets) {
      const { tenant, subject } = subjectOf(name);
      yield { tenant, name: subject, secret };
    }
    await Promise.resolve();
  }

  async adopt(records: readonly KeyRecord[]): Promise<void> {
    for (const record of records) {
      const known = this.known(record);
      if (known && 'key' in record && !known.equals(record.key)) throw new KeyConflict(record);
      if (known && 'secret' in record && !known.equals(record.secret)) throw new KeyConflict(record);
    }
    for (const record of records) {
      const scope = TenantScope.of(record.tenant);
      if ('forgotten' in record) await this.forget(scope, record.subject);
      else if ('secret' in record) this.ring.secrets.set(nameOf(scope, record.name), record.secret);
      else if ((await this.obtain(scope, record.subject, record.purpose)) !== 'forgotten')
        this.ring.keys.get(nameOf(scope, record.subject))?.set(record.purpose, record.key);
    }
  }

  private known(record: KeyRecord): DataKey | undefined {
    const scope = TenantScope.of(record.tenant);
    if ('secret' in record) return this.ring.secrets.get(nameOf(scope, record.name));
    return 'key' in record ? this.ring.keys.get(nameOf(scope, record.subject))?.get(record.purpose) : undefined;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function nameOf(scope: TenantScope, name: string): string {
  return JSON.stringify([TenantScope.require(scope).tenant, name]);
}

function subjectOf(name: string): { readonly tenant: TenantId; readonly subject: string } {
  const [tenant, subject] = JSON.parse(name) as [TenantId, string];
  return { tenant, subject };
}

function minted<Name>(keys: Map<Name, DataKey>, name: Name): DataKey {
  const key = keys.get(name) ?? randomBytes(32);
  keys.set(name, key);
  return key;
}
