import type { FastifyServerOptions } from 'fastify';

/** How much of one request is taken in, and for how long. */
export interface ServerLimits {
  readonly bodyLimit: number;
  readonly requestTimeout: number;
  readonly keepAliveTimeout: number;
  readonly maxRequestsPerSocket: number;
  readonly http: { readonly headersTimeout: number; readonly connectionsCheckingInterval: number };
}

const second = 1_000;

/** A form; what is sent as a file has a limit of its own. */
export const bodyLimitBytes = 1_048_576;

/**
 * Who sends byte by byte to keep connections busy is cut off: the head of a request must be there within 10 s, all of
 * it within a minute, which lets a roster of 5 MB through at 0.7 Mbit/s.
 */
export const serverLimits: ServerLimits & FastifyServerOptions = {
  bodyLimit: bodyLimitBytes,
  requestTimeout: 60 * second,
  // Longer than a proxy in front keeps its connections, or it would send into one that is just being closed.
  keepAliveTimeout: 72 * second,
  maxRequestsPerSocket: 10_000,
  http: { headersTimeout: 10 * second, connectionsCheckingInterval: 5 * second },
};
