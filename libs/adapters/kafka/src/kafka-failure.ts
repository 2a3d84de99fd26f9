import { Unavailable } from '@lotsennetz/kernel';

/** What the broker refuses for what it is: trying again later does not help. */
const refused = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_TOPIC_EXCEPTION', 'POLICY_VIOLATION'];

/** The error for callers of the port: almost everything that can go wrong with a broker is an outage. */
export function failureOf(cause: unknown): Error {
  const code = codeOf(cause);
  return refused.includes(code)
    ? new Error(`Kafka refused: ${code}`, { cause })
    : new Unavailable(`Kafka is not available: ${code}`, { cause });
}

/** Type of the innermost error with one, else its name: safe to log, as messages may not be. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return codeOf(error.cause);
  if ('type' in error && typeof error.type === 'string') return error.type;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
