import { parseCookie, stringifySetCookie } from 'cookie';
import { pageDocument, type Page } from '@lotsennetz/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, preferredLanguage, type Language } from '../texts.js';

const languageCookie = 'lotsennetz-language';

/** As chosen on the page, chosen before, or told by the browser. */
export function languageOf(request: Pick<FastifyRequest, 'query' | 'headers'>): Language {
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown };
  if (isLanguage(lang)) return lang;
  const { cookie, 'accept-language': accepted } = request.headers;
  const kept = cookie === undefined ? undefined : parseCookie(cookie)[languageCookie];
  return isLanguage(kept) ? kept : preferredLanguage(accepted);
}

export function sendPage(
  request: Pick<FastifyRequest, 'query'>,
  reply: FastifyReply,
  { page, status }: { readonly page: Page; readonly status: number },
): FastifyReply {
  const { lang } = (request.query ?? {}) as { readonly lang?: unknown };
  if (isLanguage(lang))
    void reply.header(
      'set-cookie',
      stringifySetCookie({ name: languageCookie, value: lang, path: '/', sameSite: 'lax', httpOnly: true }),
    );
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(pageDocument(page));
}
