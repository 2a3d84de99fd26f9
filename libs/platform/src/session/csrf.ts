import { timingSafeEqual } from 'node:crypto';
import { HttpStatus } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A cookie goes along with requests that foreign pages cause; so whatever changes something must also show the
 * session's token, which foreign pages cannot read, and must not come from one as far as the browser tells.
 * @throws Problem 403 `csrf`
 */
export function refuseForeignRequest(
  request: Pick<FastifyRequest, 'method' | 'headers' | 'host'>,
  csrfToken: string,
  publicUrl: string,
): void {
  if (safeMethods.has(request.method)) return;
  if (comesFromOurPages(request, publicUrl) && isEqual(request.headers['x-csrf-token'], csrfToken)) return;
  throw new Problem(
    HttpStatus.FORBIDDEN,
    'csrf',
    'This did not come from a page of ours: send X-CSRF-Token as GET /session tells it.',
  );
}

function comesFromOurPages({ headers, host }: Pick<FastifyRequest, 'headers' | 'host'>, publicUrl: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return true;
  return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host);
}

function isEqual(shown: string | readonly string[] | undefined, expected: string): boolean {
  if (typeof shown !== 'string') return false;
  const [a, b] = [Buffer.from(shown), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
