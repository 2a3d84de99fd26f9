import type { KeyStore } from '../key-store.js';
import type { Keyring } from '../keyring.js';
import type { DataKey } from '../sealed.js';
import type { TenantId } from '../tenant-scope.js';
import { tenantKeyNumberOf, type TenantKey } from './stored-key.js';
import {
  openRing,
  readRing,
  ringName,
  withNewKey,
  writeRing,
  type StoredRing,
  type TenantRing,
} from './tenant-ring.js';

/** Where nobody tells of changes, a key that was replaced is used for so long at most. */
const freshForMs = 30_000;

interface Known {
  readonly stored: Buffer;
  readonly ring: TenantRing;
  readonly generation: number | undefined;
  readonly readAt: number;
}

/** The tenants' keys, opened by the keyring once a tenant and process. */
export class TenantRings {
  private readonly known = new Map<TenantId, Known>();
  private readonly loading = new Map<TenantId, Promise<TenantRing | undefined>>();

  constructor(
    private readonly store: KeyStore,
    private readonly keyring: Keyring,
  ) {}

  /** What wraps the tenant's keys now; made with the first use. */
  async present(tenant: TenantId): Promise<TenantKey> {
    const known = this.known.get(tenant);
    const ring = known && this.isFresh(known) ? known.ring : await this.load(tenant);
    return (ring ?? (await this.mint(tenant))).present;
  }

  /** What opens a stored value. @throws Error when that version is gone */
  async openerOf(tenant: TenantId, stored: Buffer): Promise<DataKey> {
    const number = tenantKeyNumberOf(stored);
    const found = this.known.get(tenant)?.ring.keys.get(number) ?? (await this.load(tenant))?.keys.get(number);
    if (!found) throw new Error(`the key ${number} of the tenant ${tenant} is not in the key store`);
    return found.key;
  }

  /** Changes the stored ring, again when somebody else was faster; `undefined` leaves it. @throws Error without one */
  async change(tenant: TenantId, by: (ring: StoredRing) => Promise<StoredRing | undefined>): Promise<TenantRing> {
    const place = { tenant, name: ringName };
    for (;;) {
      const was = await this.store.find(place);
      if (!(was instanceof Uint8Array)) throw new Error(`the tenant ${tenant} has no key`);
      const changed = await by(readRing(was));
      const stored = changed ? writeRing(changed) : was;
      if (!changed || (await this.store.replace([{ place, was, by: stored }])) === 1)
        return this.remember(tenant, stored);
    }
  }

  clear(): void {
    this.known.clear();
  }

  private isFresh({ generation, readAt }: Known): boolean {
    return generation === undefined ? Date.now() - readAt < freshForMs : generation === this.store.generation();
  }

  /** Once for all who ask at the same time. */
  private load(tenant: TenantId): Promise<TenantRing | undefined> {
    const under = this.loading.get(tenant);
    if (under) return under;
    const loading = this.read(tenant).finally(() => this.loading.delete(tenant));
    this.loading.set(tenant, loading);
    return loading;
  }

  private async read(tenant: TenantId): Promise<TenantRing | undefined> {
    const stored = await this.store.find({ tenant, name: ringName });
    return stored instanceof Uint8Array ? this.remember(tenant, stored) : undefined;
  }

  private async mint(tenant: TenantId): Promise<TenantRing> {
    const made = writeRing(await withNewKey(this.keyring, tenant));
    const stands = await this.store.settle({ tenant, name: ringName }, made);
    if (stands === 'forgotten') throw new Error(`the key of the tenant ${tenant} has a tombstone, which it never gets`);
    return this.remember(tenant, stands);
  }

  private async remember(tenant: TenantId, stored: Buffer): Promise<TenantRing> {
    const generation = this.store.generation();
    const before = this.known.get(tenant);
    const ring = before?.stored.equals(stored) ? before.ring : await openRing(this.keyring, tenant, readRing(stored));
    this.known.set(tenant, { stored, ring, generation, readAt: Date.now() });
    return ring;
  }
}
