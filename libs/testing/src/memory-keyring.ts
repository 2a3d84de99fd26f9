import {
  EnvelopeKeys,
  KeyringMissing,
  newKey,
  unwrapKey,
  wrapKey,
  type DataKey,
  type Erasure,
  type ErasureLedger,
  type Keyring,
  type KeyStore,
} from '@lotsennetz/kernel';

/** Root keys in memory, newest first; two of the same secret open what the other has wrapped. */
export class MemoryKeyring implements Keyring {
  private readonly roots: { readonly version: string; readonly key: DataKey }[];

  constructor(secret = 1) {
    this.roots = [{ version: `root-${secret}`, key: Buffer.alloc(32, secret) }];
  }

  exists = () => Promise.resolve(true);
  create = () => Promise.resolve();
  versions = () => Promise.resolve(this.roots.map(({ version }) => version));
  wrap = async (key: DataKey, context: string) => {
    const root = await this.root();
    return { version: root.version, wrapped: wrapKey(root.key, key, context).toString('base64') };
  };
  unwrap = async ({ version, wrapped }: { version: string; wrapped: string }, context: string) =>
    unwrapKey((await this.root(version)).key, Buffer.from(wrapped, 'base64'), context);
  renew = () => {
    const version = `root-${this.roots.length + 1}-of-${this.roots.at(-1)?.version ?? ''}`;
    this.roots.unshift({ version, key: newKey() });
    return Promise.resolve(version);
  };
  named = async (_name: string, version?: string) => this.root(version);

  private root(version?: string): Promise<{ readonly version: string; readonly key: DataKey }> {
    const found = this.roots.find((each) => version === undefined || each.version === version);
    return found ? Promise.resolve(found) : Promise.reject(new KeyringMissing(`no root key ${version ?? ''}`));
  }
}

/** A ledger in memory. */
export class MemoryLedger implements ErasureLedger {
  readonly place = 'memory';
  constructor(readonly erasures: Erasure[] = []) {}

  exists = () => Promise.resolve(true);
  create = () => Promise.resolve();
  append = (erasures: readonly Erasure[]) => {
    this.erasures.push(...erasures);
    return Promise.resolve();
  };
  async *entries(): AsyncIterable<Erasure> {
    await Promise.resolve();
    yield* this.erasures;
  }
  close = () => Promise.resolve();
}

/** Keys over a store, with a root key and a ledger in memory. */
export function keysOver(
  store: KeyStore,
  parts: Partial<{ keyring: Keyring; ledger: ErasureLedger }> = {},
): EnvelopeKeys {
  return new EnvelopeKeys({ store, keyring: new MemoryKeyring(), ledger: new MemoryLedger(), ...parts });
}
