import fastify from 'fastify';
import { securityHeaders, type PageSurroundings } from './security-headers.js';

async function headersWith(surroundings: PageSurroundings): Promise<Readonly<Record<string, string>>> {
  const server = fastify();
  server.addHook('onRequest', securityHeaders(surroundings));
  const { headers } = await server.inject('/nowhere');
  return headers as Record<string, string>;
}
const policyWith = async (surroundings: PageSurroundings) =>
  new Map(
    (await headersWith(surroundings))['content-security-policy']!.split(';').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );

describe('security headers', () => {
  it('are set on every answer, errors too', async () => {
    expect(await headersWith({ https: false })).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
  it('allow the own origin and nothing inline, nothing evaluated, no frame', async () => {
    const policy = await policyWith({ https: true });
    expect(Object.fromEntries(policy)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    });
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:/);
  });
  it('let forms lead to the provider that people sign in with, and to no path of it', async () => {
    const policy = await policyWith({ https: true, issuer: 'https://sso.example.org/realms/kreis' });
    expect(policy.get('form-action')).toBe("'self' https://sso.example.org");
    expect(policy.get('connect-src')).toBe("'self'");
  });
  it('switch off what the platform never asks for', async () => {
    const { 'permissions-policy': policy } = await headersWith({ https: true });
    expect(policy).toMatch(/camera=\(\), microphone=\(\), geolocation=\(\)/);
    expect(policy).toMatch(/publickey-credentials-get=\(self\)/);
  });
  it('demand HTTPS only where it is spoken', async () => {
    const [plain, secure] = [await headersWith({ https: false }), await headersWith({ https: true })];
    expect(plain).not.toHaveProperty('strict-transport-security');
    expect(plain['content-security-policy']).not.toMatch('upgrade-insecure-requests');
    expect(secure).toHaveProperty('strict-transport-security');
    expect(secure['content-security-policy']).toMatch('upgrade-insecure-requests');
  });
});
