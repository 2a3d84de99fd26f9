import type { FastifyRequest } from 'fastify';

/**
 * Cookies belong to one host: who came by 127.0.0.1 to a platform that people reach as localhost must go there first.
 * undefined when the request came to the right host, as far as can be told behind a proxy.
 */
export function rightHostFor(request: Pick<FastifyRequest, 'hostname' | 'url'>, publicUrl: string): string | undefined {
  const loopback = ['127.0.0.1', '[::1]', '::1'];
  const wrong = new URL(publicUrl).hostname === 'localhost' && loopback.includes(request.hostname);
  return wrong ? new URL(request.url, publicUrl).href : undefined;
}
