import type { Purpose } from './sealed.js';
import type { TenantId } from './tenant-scope.js';

/** Somebody, in the eyes of a tenant. */
export interface Subject {
  readonly tenant: TenantId;
  readonly subject: string;
}

/** Where a key stands: a person's, or a secret of the tenant. */
export type KeyPlace = (Subject & { readonly purpose: Purpose }) | { readonly tenant: TenantId; readonly name: string };

/** Bytes at their place. */
export interface StoredKey {
  readonly place: KeyPlace;
  readonly stored: Buffer;
}

/** One value in place of another. */
export interface KeyReplacement {
  readonly place: KeyPlace;
  readonly was: Buffer;
  readonly by: Buffer;
}

/**
 * Port: where wrapped keys and tombstones lie. It never sees a key in clear; `EnvelopeKeys` makes `Keys` of it.
 * Whatever a promise answers is durable.
 */
export interface KeyStore {
  /** Whether values may be left that an older version stored in clear, and whether there are wrapped ones. */
  survey(): Promise<{ readonly mayHoldClear: boolean; readonly holdsWrapped: boolean }>;
  find(place: KeyPlace): Promise<Buffer | 'forgotten' | undefined>;
  /** Puts the value there unless there is one, or a tombstone; answers what stands then. */
  settle(place: KeyPlace, value: Buffer): Promise<Buffer | 'forgotten'>;
  /** Each where the old value still stands, as far as possible all at once; answers how many. Brings back nobody. */
  replace(changes: readonly KeyReplacement[]): Promise<number>;
  /** Once it resolves, nobody of them has a key, none can be put there, and no file of this store holds the old ones. */
  forget(subjects: readonly Subject[]): Promise<void>;
  /** Now; without a promise where the tombstones are on this host, so that an append can ask in its write turn. */
  isForgotten(subject: Subject): boolean | Promise<boolean>;
  tombstones(): AsyncIterable<Subject>;
  /** Everything, of one tenant or of all, in no order. */
  stored(tenant?: TenantId): AsyncIterable<StoredKey>;
  /** Every tenant's secret of this name. */
  secretsNamed(name: string): AsyncIterable<StoredKey>;
  /** Nothing of what was replaced stays in any file of this store; from then on nothing in clear is left. */
  scrub(): Promise<void>;
  /** Moves when any process may have forgotten somebody; undefined where that cannot be known at once. */
  generation(): number | undefined;
  /**
   * Who was forgotten after a mark, by any process; without a mark nobody, and the mark of now. At once where the
   * tombstones are on this host, within five seconds otherwise.
   */
  forgottenSince(mark?: number): Forgettings;
  close(): Promise<void>;
}

/** Who was forgotten, and the mark to ask with the next time. */
export interface Forgettings {
  readonly mark: number;
  readonly subjects: readonly Subject[];
}
