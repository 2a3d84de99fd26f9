// A process that asks for every key of some people, as a replica whose reactions seal the same events as others.
import {
  EnvelopeKeys,
  purposes,
  TenantScope,
  unwrapKey,
  wrapKey,
  type ErasureLedger,
  type Keyring,
} from '@lotsennetz/kernel';
import { openMongoKeyStore } from './mongo-key-store.js';

/** What the specs give it to do. */
export interface CompetingMinterTask {
  readonly url: string;
  readonly database: string;
  readonly subjects: readonly string[];
}

const { url, database, subjects } = JSON.parse(process.argv[2] ?? '{}') as CompetingMinterTask;
// What the keyring and ledger of the specs do, as far as minting needs it: the libraries of specs are not for programs.
const root = Buffer.alloc(32, 1);
const version = 'root-1';
const keyring = {
  create: () => Promise.resolve(),
  versions: () => Promise.resolve([version]),
  wrap: (key, context) => Promise.resolve({ version, wrapped: wrapKey(root, key, context).toString('base64') }),
  unwrap: ({ wrapped }, context) => Promise.resolve(unwrapKey(root, Buffer.from(wrapped, 'base64'), context)),
} satisfies Partial<Keyring> as unknown as Keyring;
const ledger = {
  create: () => Promise.resolve(),
  exists: () => Promise.resolve(true),
  append: () => Promise.resolve(),
  async *entries() {},
  close: () => Promise.resolve(),
} satisfies Partial<ErasureLedger> as unknown as ErasureLedger;
const keys = new EnvelopeKeys({ store: openMongoKeyStore(url, database), keyring, ledger });
for (const subject of subjects) {
  const obtained = purposes.map((purpose) => keys.obtain(TenantScope.of('siegen'), subject, purpose));
  // One line each: the parent compares what the processes were given.
  console.log((await Promise.all(obtained)).map((key) => (key === 'forgotten' ? key : key.toString('hex'))).join(' '));
}
await keys.close();
