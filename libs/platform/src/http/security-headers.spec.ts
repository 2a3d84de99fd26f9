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
    const [plain, secure] = [await headersWith({ https: false }), await headersWith({ https: true })];
    expect(plain).not.toHaveProperty('strict-transport-security');
    expect(plain['content-security-policy']).not.toMatch('upgrade-insecure-requests');
    expect(secure).toHaveProperty('strict-transport-security');
    expect(secure['content-security-policy']).toMatch('upgrade-insecure-requests');
  });
});
