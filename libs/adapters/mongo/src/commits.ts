import type { Position } from '@lotsennetz/kernel';
import type { mongo } from 'mongoose';
import { roundsOf, writeEachGuarded, writeWithin } from './guarded-writes.js';
import type { Connected } from './mongo-connection.js';
import { codeOf, duplicateKey, writeConflict } from './outage.js';
import type { RowWrite } from './row-document.js';

/** Rows and the checkpoints that stand for them. */
export interface Commit {
  readonly writes: readonly RowWrite[];
  readonly checkpoints: Readonly<Record<string, string>>;
}

/** How far a reader of the history is, by its name. */
export interface Checkpoint {
  readonly _id: string;
  readonly value: string;
}

/** How often a transaction is tried again that another one got in the way of. */
const tries = 10;

/** The write concern is the connection's. */
const inTransaction: mongo.TransactionOptions = { readConcern: { level: 'snapshot' } };

export function checkpointsOf(database: mongo.Db): mongo.Collection<Checkpoint> {
  return database.collection<Checkpoint>('checkpoints');
}

/**
 * Where there are no transactions: rows, then checkpoints. What a crash leaves half-done is done again from the
 * checkpoint before, and the guards of the rows that were written already let nothing through twice.
 */
export async function commitInOrder(
  { database }: Connected,
  { writes, checkpoints }: Commit,
): Promise<readonly RowWrite[]> {
  const keptOut: RowWrite[] = [];
  for (const round of roundsOf(writes)) keptOut.push(...(await writeEachGuarded(database, round)));
  await writeCheckpoints(database, checkpoints);
  return keptOut;
}

/** All of it or nothing. */
export async function commitAtOnce({ connection, database }: Connected, commit: Commit): Promise<readonly RowWrite[]> {
  const session = await connection.startSession();
  try {
    for (let left = tries; ; left -= 1) {
      const keptOut = await commitOnce(session, database, commit, left);
      if (keptOut) return keptOut;
    }
  } finally {
    await session.endSession();
  }
}

/** Answers what was kept out once it is done; undefined when another transaction was in the way and it may be tried again. */
async function commitOnce(
  session: mongo.ClientSession,
  database: mongo.Db,
  { writes, checkpoints }: Commit,
  triesLeft: number,
): Promise<readonly RowWrite[] | undefined> {
  session.startTransaction(inTransaction);
  try {
    const keptOut: RowWrite[] = [];
    for (const round of roundsOf(writes)) keptOut.push(...(await writeWithin(session, database, round)));
    await writeCheckpoints(database, checkpoints, session);
    await session.commitTransaction();
    return keptOut;
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    const code = codeOf(error);
    if (triesLeft > 0 && (code === writeConflict || code === duplicateKey)) return undefined;
    throw error;
  }
}

/** Later positions are greater texts. */
export async function advanceCheckpoint(database: mongo.Db, name: string, to: Position): Promise<void> {
  const advance = () => checkpointsOf(database).updateOne({ _id: name }, { $max: { value: to } }, { upsert: true });
  try {
    await advance();
  } catch (error) {
    // Two found none and put one; the second to do so finds the first one's now.
    if (codeOf(error) !== duplicateKey) throw error;
    await advance();
  }
}

async function writeCheckpoints(
  database: mongo.Db,
  checkpoints: Commit['checkpoints'],
  session?: mongo.ClientSession,
): Promise<void> {
  const operations = Object.entries(checkpoints).map(([_id, value]) => ({
    replaceOne: { filter: { _id }, replacement: { _id, value }, upsert: true },
  }));
  if (operations.length > 0) await checkpointsOf(database).bulkWrite(operations, session ? { session } : {});
}
