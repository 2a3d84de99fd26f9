import fastify from 'fastify';
import { securityHeaders } from './security-headers.js';

async function headersWith(options: { readonly https: boolean }): Promise<Readonly<Record<string, unknown>>> {
  const server = fastify();
  server.addHook('onRequest', securityHeaders(options));
  const { headers } = await server.inject('/nowhere');
  return headers;
}

describe('security headers', () => {
  it('are set on every answer, errors too', async () => {
    const headers = await headersWith({ https: false });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'self';.*script-src 'self';script-src-attr 'none';/,
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });
  it('demand HTTPS only where it is spoken', async () => {
    expect(await headersWith({ https: false })).not.toHaveProperty('strict-transport-security');
    expect(await headersWith({ https: true })).toHaveProperty('strict-transport-security');
  });
});
