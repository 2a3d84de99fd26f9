import { Unavailable } from '@lotsennetz/kernel';

/** Errors of the driver and of mongoose that mean: no server to talk to now. They are told apart by name; messages change. */
const unreachable = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoTopologyClosedError',
  'MongoWaitQueueTimeoutError',
  'PoolClearedOnNetworkError',
]);

/**
 * https://www.mongodb.com/docs/manual/reference/error-codes/: host unreachable or not found, time limit, network timeout,
 * shutdown, write concern not met in time, step-down, not primary, interrupted, recovering; conflict of transactions.
 */
const outages = new Set([6, 7, 50, 64, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/** Two writers inserted a row of the same key. */
export const duplicateKey = 11000;
/** Two transactions changed the same row. */
export const writeConflict = 112;
export const namespaceExists = 48;
export const commandNotFound = 59;

/** MongoDB's code of an error; undefined for anything else. */
export function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}

/** Outages as `Unavailable`; anything else unchanged. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Unavailable) return error;
  return isOutage(error) ? new Unavailable('MongoDB is not available', { cause: error }) : error;
}

function isOutage(error: Error): boolean {
  if (unreachable.has(error.name) || outages.has(codeOf(error) ?? 0)) return true;
  if (wasCutOff(error)) return true;
  if (hasLabel(error, 'RetryableWriteError') || hasLabel(error, 'TransientTransactionError')) return true;
  return error.cause instanceof Error && isOutage(error.cause);
}

/** A bulk write turns a lost connection into an error of its own, one without the code and the list that a server answers. */
function wasCutOff(error: Error): boolean {
  if (error.name !== 'MongoBulkWriteError' || codeOf(error) !== undefined) return false;
  return 'writeErrors' in error && Array.isArray(error.writeErrors) && error.writeErrors.length === 0;
}

function hasLabel(error: Error, label: string): boolean {
  return 'hasErrorLabel' in error && (error as { hasErrorLabel(label: string): boolean }).hasErrorLabel(label);
}
