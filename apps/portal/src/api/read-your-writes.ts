import type { Middleware } from 'openapi-fetch';

/** How long views may be behind what was just written. */
const honouredMs = 10_000;

/** After a write, reads of the same service wait until their view shows it. */
export function readYourWrites(now: () => number = Date.now): Middleware {
  const written = new Map<string, { readonly position: string; readonly at: number }>();
  return {
    onRequest({ request }) {
      const url = new URL(request.url);
      const last = written.get(serviceIn(url));
      if (request.method !== 'GET' || !last || now() - last.at > honouredMs || !takesAfter(url)) return undefined;
      url.searchParams.set('after', last.position);
      return new Request(url, request);
    },
    async onResponse({ request, response }) {
      if (request.method === 'GET' || !response.ok || !isJson(response)) return;
      const body = (await response.clone().json()) as { readonly position?: unknown };
      if (typeof body.position === 'string')
        written.set(serviceIn(new URL(request.url)), { position: body.position, at: now() });
    },
  };
}

function serviceIn(url: URL): string {
  return url.pathname.split('/')[1] ?? '';
}

// Lists of what is fixed, files and reports do not wait for a position.
function takesAfter({ pathname }: URL): boolean {
  return !/\/(?:imports|reports|verify)\/|\.pdf$|\/next-courses$|\/access-log$|\/linked-proposal$/.test(pathname);
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.includes('json') ?? false;
}
