import type { Forgettings } from './key-store.js';
import { isSealed, erased, unseal, type DataKey, type Erased, type Personal, type Purpose } from './sealed.js';
import type { TenantId, TenantScope } from './tenant-scope.js';

/**
 * Port: the keys of people's data, apart from the data. One random key for each tenant, subject and purpose.
 * A forgotten subject has a tombstone: no key is found, and none can be minted again.
 */
export interface Keys {
  /** The key, minted on first use and durable when the promise resolves; 'forgotten' behind a tombstone. */
  obtain(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | 'forgotten'>;
  /** The key if there is one. */
  find(scope: TenantScope, subject: string, purpose: Purpose): Promise<DataKey | undefined>;
  /** Destroys all keys of the subject and leaves the tombstone, which the erasure ledger knows before. May be repeated. */
  forget(scope: TenantScope, subject: string): Promise<void>;
  /**
   * What a command asks at the moment of its append, when it has obtained keys of these people before. Answers without
   * a promise where the tombstones are on this host, so that the store can ask inside its write turn.
   * @throws SubjectForgotten when one of them was forgotten meanwhile, by any process
   */
  refuseForgotten(scope: TenantScope, subjects: readonly string[]): void | Promise<void>;
  /**
   * Who was forgotten after a mark, by any process, for whoever keeps opened values: at once where the tombstones are
   * on this host, within five seconds otherwise. Without a mark nobody, and the mark of now.
   */
  forgottenSince(mark?: number): Forgettings;
  /** A secret of the tenant for keyed hashes (command fingerprints, look-ups), minted on first use. */
  secret(scope: TenantScope, name: string): Promise<DataKey>;
}

/** One thing that a key store holds. */
export type KeyRecord = { readonly tenant: TenantId } & (
  | { readonly subject: string; readonly purpose: Purpose; readonly key: DataKey }
  | { readonly subject: string; readonly forgotten: true }
  | { readonly name: string; readonly secret: DataKey }
);

/** Port: the whole key store, for whoever carries it to another place. Services are given `Keys` only. */
export interface KeyVault extends Keys {
  /** Everything there is, whatever its tenant, in no order. */
  records(): AsyncIterable<KeyRecord>;
  /**
   * Takes in what another store holds; durable when the promise resolves. May be repeated. A tombstone wins over
   * keys, wherever either came from.
   * @throws KeyConflict when another key is there; then nothing of the call is taken in, unless it was minted meanwhile.
   */
  adopt(records: readonly KeyRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** Taking the key in would make unreadable what the present one has sealed. */
export class KeyConflict extends Error {
  readonly code = 'key-conflict';
  constructor({ tenant }: KeyRecord) {
    super(`the key store holds another key of the same name for the tenant ${tenant}`);
  }
}

/** The subject was erased; nothing more can be stored about it. */
export class SubjectForgotten extends Error {
  readonly code = 'subject-forgotten';
  constructor(readonly subject: string) {
    super(`subject ${subject} was erased; nothing can be stored about it any more`);
  }
}

/**
 * The same keys, but only for the purposes a service has declared; reading or sealing anything else is a bug.
 * @throws TypeError from `obtain` and `find` for an undeclared purpose.
 */
export function limitedTo(keys: Keys, declared: readonly Purpose[]): Keys {
  const check = (purpose: Purpose) => {
    if (!declared.includes(purpose)) throw new TypeError(`this service has not declared the purpose '${purpose}'`);
  };
  return {
    obtain: async (scope, subject, purpose) => {
      check(purpose);
      return keys.obtain(scope, subject, purpose);
    },
    find: async (scope, subject, purpose) => {
      check(purpose);
      return keys.find(scope, subject, purpose);
    },
    forget: (scope, subject) => keys.forget(scope, subject),
    refuseForgotten: (scope, subjects) => keys.refuseForgotten(scope, subjects),
    forgottenSince: (mark) => keys.forgottenSince(mark),
    secret: (scope, name) => keys.secret(scope, name),
  };
}

/** Opens one personal value; `Erased` when its key is gone. A plain value (never stored, tests only) is returned as it is. */
export async function open<Value>(keys: Keys, scope: TenantScope, value: Personal<Value>): Promise<Value | Erased> {
  if (!isSealed(value)) return value;
  const key = await keys.find(scope, value.subject, value.purpose);
  return key ? (unseal(scope, key, value) as Value) : erased;
}

/** A row as people read it: every sealed field opened, at any depth. */
// Text first: a branded string is an object to the compiler, and must stay the string it is.
export type Opened<Row> = Row extends string
  ? Row
  : Row extends readonly (infer Item)[]
    ? Opened<Item>[]
    : Row extends { readonly sealed: string }
      ? never
      : Row extends object
        ? {
            [Field in keyof Row]: Extract<Row[Field], { readonly sealed: string }> extends never
              ? Opened<Row[Field]>
              : Opened<Exclude<Row[Field], { readonly sealed: string }>> | Erased;
          }
        : Row;

/** Opens every sealed value inside the row. */
export async function openAll<Row>(keys: Keys, scope: TenantScope, row: Row): Promise<Opened<Row>> {
  return (await openValue(keys, scope, row)) as Opened<Row>;
}

async function openValue(keys: Keys, scope: TenantScope, value: unknown): Promise<unknown> {
  if (isSealed(value)) return open(keys, scope, value);
  if (Array.isArray(value)) return Promise.all(value.map((item) => openValue(keys, scope, item)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    async ([name, field]) => [name, await openValue(keys, scope, field)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
