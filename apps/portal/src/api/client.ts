import createClient, { type Middleware } from 'openapi-fetch';
import { problemOf, Problem } from './problem.js';
import { readYourWrites } from './read-your-writes.js';
import type { paths } from './schema.js';

/** Calls the platform at the address the portal came from; paths, queries, bodies and answers are typed by its OpenAPI document. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin });

let csrfToken: string | undefined;

/** The token that an unsafe request with our cookie must carry. */
export function setCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

const csrf: Middleware = {
  onRequest({ request }) {
    if (csrfToken && !['GET', 'HEAD'].includes(request.method)) request.headers.set('x-csrf-token', csrfToken);
    return request;
  },
};

api.use(csrf, readYourWrites());

/**
 * The answer of a call, typed by the OpenAPI document: a shape that the service does not answer fails to compile.
 * @throws Problem for an error answer, and when no answer comes.
 */
export async function answerOf<Answer>(
  call: Promise<{ readonly data?: Answer; readonly error?: unknown; readonly response: Response }>,
): Promise<Answer> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem(0, 'offline', 'no answer', { cause });
  });
  if (!response.ok) throw problemOf(response.status, error);
  return data as Answer;
}
