import { systemClock } from '../calendar.js';
import type { Forgettings, KeyPlace, KeyStore, Subject } from '../key-store.js';
import { SubjectForgotten, type KeyRecord, type KeyVault } from '../keys.js';
import type { DataKey, Purpose } from '../sealed.js';
import { TenantScope } from '../tenant-scope.js';
import { newKey } from '../wrapping.js';
import { adoptRecords } from './adopt-records.js';
import { KeyCache, type Moment } from './key-cache.js';
import type { KeyParts } from './key-parts.js';
import { openRecords } from './open-records.js';
import { prepareKeys } from './prepare-keys.js';
import { rotateKeys, type Rotated, type Rotation } from './rotate-keys.js';
import { unwrapAt, wrapAt } from './stored-key.js';
import { ringName } from './tenant-ring.js';
import { TenantRings } from './tenant-rings.js';

/**
 * Keys over a store that holds them wrapped: each by its tenant's key, that by the root key of the keyring. Opened keys
 * are remembered where the store tells at once that somebody was forgotten.
 */
export class EnvelopeKeys implements KeyVault {
  private readonly store: KeyStore;
  private readonly rings: TenantRings;
  private readonly cache: KeyCache;
  private opening: Promise<void> | undefined;

  constructor(private readonly parts: KeyParts) {
    this.store = parts.store;
    this.rings = new TenantRings(parts.store, parts.keyring);
    this.cache = new KeyCache(parts.store);
  }

  /**
   * Makes sure of what everything else needs; done with the first use at the latest. Makes root key and ledger for a
   * new store, wraps what an older version left in clear, and forgets once more whom the ledger names.
   * @throws KeyringMissing, LedgerMissing where wrapped keys are and these are not.
   */
  open(): Promise<void> {
    this.opening ??= prepareKeys(this.parts, this.rings).catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  async obtain(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | 'forgotten'> {
    const place = { tenant: TenantScope.require(scope).tenant, subject, purpose };
    return this.cache.get(place) ?? (await this.look(place)) ?? this.mint(place);
  }

  async find(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | undefined> {
    const place = { tenant: TenantScope.require(scope).tenant, subject, purpose };
    const found = this.cache.get(place) ?? (await this.look(place));
    return found === 'forgotten' ? undefined : found;
  }

  async secret(scope: TenantScope, name: string): Promise<DataKey> {
    const { tenant } = TenantScope.require(scope);
    if (name === ringName) throw new RangeError(`'${name}' is no secret's name`);
    const place = { tenant, name };
    const secret = this.cache.get(place) ?? (await this.look(place)) ?? (await this.mint(place));
    if (secret === 'forgotten') throw new Error(`the secret ${name} has a tombstone, which secrets never get`);
    return secret;
  }

  async forget(scope: TenantScope, subject: string): Promise<void> {
    await this.forgetAll([{ tenant: TenantScope.require(scope).tenant, subject }]);
  }

  refuseForgotten(scope: TenantScope, subjects: readonly string[]): void | Promise<void> {
    const { tenant } = TenantScope.require(scope);
    const pending: Promise<void>[] = [];
    for (const subject of subjects) {
      const forgotten = this.store.isForgotten({ tenant, subject });
      if (forgotten === true) throw new SubjectForgotten(subject);
      if (forgotten !== false) pending.push(forgotten.then((gone) => refuseIf(gone, subject)));
    }
    return pending.length > 0 ? Promise.all(pending).then(() => undefined) : undefined;
  }

  forgottenSince(mark?: number): Forgettings {
    return this.store.forgottenSince(mark);
  }

  async *records(): AsyncIterable<KeyRecord> {
    await this.open();
    yield* openRecords(this.store, this.rings);
  }

  /** Everything as it is stored, wrapped: for backups. */
  async *wrapped(): ReturnType<KeyStore['stored']> {
    await this.open();
    yield* this.store.stored();
  }

  /** Who has a tombstone. */
  async *forgotten(): AsyncIterable<Subject> {
    await this.open();
    yield* this.store.tombstones();
  }

  async adopt(records: readonly KeyRecord[]): Promise<void> {
    await this.open();
    await adoptRecords(records, {
      find: (place) => this.look(place),
      settle: (place, key) => this.settle(place, key),
      forget: (subjects) => this.forgetAll(subjects),
    });
  }

  /** New keys above the data keys, none of which changes; goes on where a rotation was interrupted. */
  async rotate(rotation: Rotation): Promise<Rotated> {
    await this.open();
    return rotateKeys(this.parts, this.rings, rotation);
  }

  async close(): Promise<void> {
    await this.opening?.catch(() => undefined);
    this.cache.clear();
    this.rings.clear();
    await this.store.close();
    await this.parts.ledger.close();
  }

  private async forgetAll(subjects: readonly Subject[]): Promise<void> {
    if (subjects.length === 0) return;
    await this.open();
    const at = systemClock.now();
    const pending: Subject[] = [];
    for (const subject of subjects) if (!(await this.store.isForgotten(subject))) pending.push(subject);
    // The ledger first: after a crash in between, the next start destroys what it names.
    await this.parts.ledger.append(pending.map((subject) => ({ ...subject, at })));
    try {
      await this.store.forget(subjects);
    } finally {
      this.cache.forget();
    }
  }

  private async look(place: KeyPlace): Promise<DataKey | 'forgotten' | undefined> {
    await this.open();
    const readAt = this.cache.now();
    const stored = await this.store.find(place);
    return stored instanceof Uint8Array ? this.opened(place, stored, readAt) : stored;
  }

  private mint(place: KeyPlace): Promise<DataKey | 'forgotten'> {
    return this.settle(place, newKey());
  }

  private async settle(place: KeyPlace, key: DataKey): Promise<DataKey | 'forgotten'> {
    const readAt = this.cache.now();
    const wrapped = wrapAt(place, await this.rings.present(place.tenant), key);
    const stands = await this.store.settle(place, wrapped);
    if (stands === 'forgotten') return stands;
    if (!stands.equals(wrapped)) return this.opened(place, stands, readAt);
    this.cache.remember(place, key, readAt);
    return key;
  }

  private async opened(place: KeyPlace, stored: Buffer, readAt: Moment): Promise<DataKey> {
    const key = unwrapAt(place, await this.rings.openerOf(place.tenant, stored), stored);
    this.cache.remember(place, key, readAt);
    return key;
  }
}

function refuseIf(forgotten: boolean, subject: string): void {
  if (forgotten) throw new SubjectForgotten(subject);
}
