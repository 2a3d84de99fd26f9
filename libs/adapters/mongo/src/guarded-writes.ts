import type { mongo } from 'mongoose';
import { codeOf, duplicateKey } from './outage.js';
import { storedName, type RowDocument, type RowWrite } from './row-document.js';

type Operation = mongo.AnyBulkWriteOperation<RowDocument>;

/** Writes of one commit that may be sent in any order: no row occurs twice. */
export type Round = ReadonlyMap<string, readonly RowWrite[]>;

/** Splits writes, by collection, so that several changes to one row stay in their order. Almost always one round. */
export function roundsOf(writes: readonly RowWrite[]): readonly Round[] {
  const seen = new Map<string, number>();
  const rounds: Map<string, RowWrite[]>[] = [];
  for (const write of writes) {
    const row = `${write.collection} ${write.key}`;
    const number = seen.get(row) ?? 0;
    seen.set(row, number + 1);
    const round = (rounds[number] ??= new Map<string, RowWrite[]>());
    const ofCollection = round.get(write.collection) ?? [];
    if (ofCollection.push(write) === 1) round.set(write.collection, ofCollection);
  }
  return rounds;
}

/**
 * Writes one by one, each guarded by the server: whoever else writes the same rows at the same time, the later
 * position stays. Answers the writes of rows that were kept out.
 */
export async function writeEachGuarded(database: mongo.Db, round: Round): Promise<readonly RowWrite[]> {
  const keptOut: RowWrite[] = [];
  for (const [collection, writes] of round) {
    const rows = database.collection<RowDocument>(storedName(collection));
    const refused = await send(rows, writes, (write) => guardedOperation(write, true));
    // The row is there: at a later position than ours, or put there by another at this very moment. The guard knows.
    const passed = await Promise.all(refused.map((write) => replaceGuarded(rows, write)));
    keptOut.push(...refused.filter((_, index) => !passed[index]));
  }
  return keptOut;
}

async function replaceGuarded(rows: mongo.Collection<RowDocument>, write: RowWrite): Promise<boolean> {
  // One by one: of several the server tells only how many it has found.
  const { matchedCount } = await rows.bulkWrite([guardedOperation(write, false)]);
  return matchedCount > 0;
}

/**
 * Writes within a transaction: it fails as a whole when another one changes a row whose position was read here.
 * Answers the writes of rows that were kept out.
 */
export async function writeWithin(
  session: mongo.ClientSession,
  database: mongo.Db,
  round: Round,
): Promise<readonly RowWrite[]> {
  const keptOut: RowWrite[] = [];
  for (const [collection, writes] of round) {
    const rows = database.collection<RowDocument>(storedName(collection));
    const guarded = writes.filter(({ position }) => position !== undefined).map(({ key }) => key);
    const stored = await rows
      .find({ _id: { $in: guarded } }, { session, projection: { position: 1 } })
      .map(({ _id, position }) => [_id, position] as const)
      .toArray();
    const passed = new Set(later(writes, new Map(stored)));
    keptOut.push(...writes.filter((write) => write.document && !passed.has(write)));
    const operations = [...passed].map((write) => operation({ _id: write.key }, write, true));
    if (operations.length > 0) await rows.bulkWrite(operations, { session, ordered: false });
  }
  return keptOut;
}

/** The writes that their guard lets through, given the positions of the rows that are there. */
export function later(writes: readonly RowWrite[], stored: ReadonlyMap<string, string>): readonly RowWrite[] {
  return writes.filter(({ key, position }) => {
    const there = stored.get(key);
    return position === undefined || there === undefined || there < position;
  });
}

function guardedOperation(write: RowWrite, insert: boolean): Operation {
  const { key, position } = write;
  return operation(position === undefined ? { _id: key } : { _id: key, position: { $lt: position } }, write, insert);
}

function operation(filter: mongo.Filter<RowDocument>, { document }: RowWrite, upsert: boolean): Operation {
  return document ? { replaceOne: { filter, replacement: document, upsert } } : { deleteOne: { filter } };
}

/** Answers the writes that could not insert because the row is there. */
async function send(
  rows: mongo.Collection<RowDocument>,
  writes: readonly RowWrite[],
  operationOf: (write: RowWrite) => Operation,
): Promise<readonly RowWrite[]> {
  try {
    await rows.bulkWrite(writes.map(operationOf), { ordered: false });
    return [];
  } catch (error) {
    const refused = writeErrorsOf(error);
    if (refused.length === 0 || refused.some(({ code }) => code !== duplicateKey)) throw error;
    return refused.flatMap(({ index }) => writes[index] ?? []);
  }
}

function writeErrorsOf(error: unknown): readonly { readonly index: number; readonly code: number }[] {
  if (codeOf(error) === undefined || typeof error !== 'object' || error === null || !('writeErrors' in error))
    return [];
  const { writeErrors } = error as { readonly writeErrors: unknown };
  return (Array.isArray(writeErrors) ? writeErrors : [writeErrors]) as readonly mongo.WriteError[];
}
