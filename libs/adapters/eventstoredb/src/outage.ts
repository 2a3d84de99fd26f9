import { ErrorType, isCommandError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { Unavailable } from '@lotsennetz/kernel';

const outages: ReadonlySet<ErrorType> = new Set([
  ErrorType.UNAVAILABLE,
  ErrorType.DEADLINE_EXCEEDED,
  ErrorType.TIMEOUT,
  ErrorType.CANCELLED,
  ErrorType.NOT_LEADER,
]);

const outageCodes: ReadonlySet<status | undefined> = new Set([
  // A connection that breaks in the middle of an answer ends the call like this.
  status.INTERNAL,
  // A cluster without a leader (RpcExceptions.NoLeaderInfo), and whatever fails inside a server that is going down.
  status.UNKNOWN,
]);

const refusals: ReadonlySet<status | undefined> = new Set([status.UNAUTHENTICATED, status.PERMISSION_DENIED]);

/** The address names no user, or one that the server does not know or who may not do that. */
export class AccessRefused extends Error {
  readonly code = 'access-refused';
}

/** What the client threw, as `Unavailable` where waiting may help; anything else is a bug or a wrong configuration. */
export function asOutage(error: unknown): Error {
  if (error instanceof Unavailable) return error;
  if (!(error instanceof Error)) return new Error('the event store failed', { cause: error });
  if (isCommandError(error) && refusals.has(error.code))
    return new AccessRefused('the event store refuses its user, password, or reading $all', { cause: error });
  return isOutage(error) ? new Unavailable('the event store cannot be reached', { cause: error }) : error;
}

function isOutage(error: Error): boolean {
  // A plain error is the client's own: it looked for a node of the cluster and found none. TypeErrors and such are bugs.
  if (!isCommandError(error)) return error.constructor === Error;
  return outages.has(error.type) || outageCodes.has(error.code);
}
