import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config.js';

/** Who a token belongs to, if it is one of ours. */
export type TokenOwner = (token: string) => string | undefined;

const minuteMs = 60_000;

/**
 * How many requests one caller may send in a minute: a machine by its token, everybody else by address. A token that is
 * none counts for the address it came from, or each guess would have a limit of its own. Open forms have a lower limit,
 * by address. Counted in each process for itself.
 */
export async function limitRates(
  server: FastifyInstance,
  { publicFormsPerMinute, requestsPerMinute }: Pick<Config, 'publicFormsPerMinute' | 'requestsPerMinute'>,
  ownerOf: TokenOwner,
): Promise<void> {
  await server.register(rateLimit, {
    timeWindow: minuteMs,
    max: (request) => (isForm(request) ? publicFormsPerMinute : requestsPerMinute),
    keyGenerator: (request) => (isForm(request) ? request.ip : callerOf(request, ownerOf)),
    // Probes come from one address and must never hear a no.
    allowList: (request) => !isForm(request) && (requestsPerMinute === 0 || isProbe(request)),
  });
}

function isForm(request: FastifyRequest): boolean {
  return typeof (request.routeOptions.config as { readonly rateLimit?: unknown }).rateLimit === 'object';
}

function isProbe({ url }: FastifyRequest): boolean {
  return /^\/(?:health\/|metrics\b)/.test(url);
}

function callerOf(request: FastifyRequest, ownerOf: TokenOwner): string {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const owner = token === undefined ? undefined : ownerOf(token);
  return owner === undefined ? request.ip : `token:${owner}`;
}
