import { LedgerMissing, type Erasure, type ErasureLedger } from '@lotsennetz/kernel';
import type { mongo } from 'mongoose';
import { MongoConnection } from './mongo-connection.js';
import { codeOf, duplicateKey } from './outage.js';

interface LedgerDocument {
  /** `<tenant>/<subject>`, and of the heading `ledger`. */
  readonly _id: string;
  readonly erasure?: Erasure;
}

const heading = 'ledger';

/**
 * The erasure ledger in a database of its own, which must be kept apart from the backups of all others. Acknowledged by
 * a majority, on disk. Every method throws Unavailable when no server is there.
 */
export function openMongoLedger(url: string, database: string): ErasureLedger {
  const connection = new MongoConnection(url, database, () => undefined);
  const use = <Result>(work: (documents: mongo.Collection<LedgerDocument>) => Promise<Result>) =>
    connection.use((connected) => work(connected.database.collection<LedgerDocument>('erasures')));
  const exists = async () => (await use((documents) => documents.findOne({ _id: heading }))) !== null;
  const mustExist = async () => {
    if (!(await exists())) throw new LedgerMissing(database);
  };
  return {
    place: `the database ${database}`,
    exists,
    create: () => ignoringDuplicates(use((documents) => documents.insertOne({ _id: heading }))),
    append: async (erasures) => {
      await mustExist();
      for (const erasure of erasures)
        await ignoringDuplicates(
          use((documents) => documents.insertOne({ _id: `${erasure.tenant}/${erasure.subject}`, erasure })),
        );
    },
    async *entries() {
      await mustExist();
      const documents = await use((each) => each.find({ _id: { $ne: heading } }).toArray());
      for (const { erasure } of documents) if (erasure) yield erasure;
    },
    close: () => connection.close(),
  };
}

async function ignoringDuplicates(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (codeOf(error) !== duplicateKey) throw error;
  }
}
