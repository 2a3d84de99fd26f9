import { embeddedClientSecret } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { FakeClock } from '@lotsennetz/testing';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { embeddedProvider } from '../index.js';
import { TestBrowser } from '@lotsennetz/platform/testing';
import { oidcConformance } from './conformance.suite.js';

const registration = { name: 'registration', purposes: [], projections: [], published: [], controllers: [] } as const;
const people = [{ key: 'petra', name: 'Petra Koch', does: 'Koordination in Siegen' }];
const clock = new FakeClock(new Date().toISOString());
let platform: TestDeployment | undefined;
const origin = () => (platform?.url ?? '').replace('127.0.0.1', 'localhost');

oidcConformance({ name: 'the embedded provider' }, async () => {
  platform = await startForTest([registration], { clock, identity: embeddedProvider(() => people) });
  return {
    issuer: `${origin()}/identity`,
    clientId: 'lotsennetz',
    clientSecret: await embeddedClientSecret(platform.service('registration').keys),
    redirectUri: `${origin()}/login/callback`,
    postLogoutUri: `${origin()}/`,
    renews: true,
    signIn: async (page) => {
      await page.submit('/demo', { person: 'petra' });
    },
  };
});

describe('the keys of the embedded provider', () => {
  it('change every 90 days, and what the old one signed can be checked for a week more', async () => {
    const keys = async () => (await (await fetch(`${origin()}/identity/jwks`)).json()) as JSONWebKeySet;
    const signIn = async () => {
      const page = await new TestBrowser(origin()).go('/login?to=/session');
      await page.submit('/demo', { person: 'petra' });
      const { csrfToken } = JSON.parse(page.body) as { csrfToken: string };
      const { to } = (await page.json('POST', '/logout', { 'x-csrf-token': csrfToken })) as { to: string };
      return new URL(to).searchParams.get('id_token_hint') ?? '';
    };
    const first = await keys();
    const earlier = await signIn();
    const [old] = first.keys;
    clock.advance({ days: 90 });
    const both = await keys();
    expect(both.keys.map(({ kid }) => kid)).toEqual([old?.kid, expect.any(String)]);
    await jwtVerify(await signIn(), createLocalJWKSet(first));
    clock.advance({ days: 1 });
    // What the client keeps of the keys, it keeps for a minute by the real clock.
    await platform?.restart();
    const later = await signIn();
    await expect(jwtVerify(later, createLocalJWKSet(first))).rejects.toThrow();
    await jwtVerify(later, createLocalJWKSet(both));
    await jwtVerify(earlier, createLocalJWKSet(await keys()));
    clock.advance({ days: 7 });
    expect((await keys()).keys.map(({ kid }) => kid)).toEqual([both.keys[1]?.kid]);
  });
  afterAll(() => platform?.close());
});

// The same for any issuer: `OIDC_ISSUER=https://... OIDC_CLIENT_ID=... OIDC_CLIENT_SECRET=...`, somebody to sign in as
// where there is one, and the addresses that are registered there.
const {
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId = 'lotsennetz',
  OIDC_CLIENT_SECRET: clientSecret = '',
  OIDC_REDIRECT_URI: redirectUri = 'http://localhost:8080/login/callback',
  OIDC_USER: user,
  OIDC_PASSWORD: password = '',
} = process.env;
if (issuer)
  // Without somebody to sign in as, what needs nobody is checked.
  oidcConformance({ name: issuer, ...(user === undefined ? { nobody: 'OIDC_USER names nobody' } : {}) }, () =>
    Promise.resolve({
      issuer,
      clientId,
      clientSecret,
      redirectUri,
      postLogoutUri: new URL('/', redirectUri).href,
      signIn: async (page) => {
        await page.submit('', { username: user ?? '', password });
      },
    }),
  );
