import type { FastifyRequest } from 'fastify';
import type { Form } from './steps.js';

const longest = 4_000;

/** The texts of a form that was sent; whatever is not one text, or is absurdly long, was not. */
export function formOf(request: Pick<FastifyRequest, 'body'>): Form {
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => {
      const [, value] = entry;
      return typeof value === 'string' && value.length <= longest;
    }),
  );
}
