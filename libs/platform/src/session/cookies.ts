import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';

/** `__Host-`: set over HTTPS (or on this machine) only, for this host only, for the whole of it (RFC 6265bis, 4.1.3.2). */
export const sessionCookie = '__Host-lotsennetz';
export const signInCookie = '__Host-lotsennetz-sign-in';

const attributes = { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } as const;

/** The header that sets a cookie for the browser's session, or for some seconds. */
export function setCookie(name: string, value: string, maxAgeSeconds?: number): string {
  return stringifySetCookie({
    name,
    value,
    ...attributes,
    ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}

export function dropCookie(name: string): string {
  return setCookie(name, '', 0);
}

export function readCookie(request: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const { cookie: header } = request.headers;
  return header === undefined ? undefined : parseCookie(header)[name];
}
