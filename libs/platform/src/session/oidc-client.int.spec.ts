import { generateKeyPairSync } from 'node:crypto';
import { TestIssuer } from '../testing/test-issuer.js';
import { OidcClient } from './oidc-client.js';

describe('this platform as a client of an issuer', () => {
  const issuer = new TestIssuer();
  beforeAll(() => issuer.listen());
  afterAll(() => issuer.close());

  const client = (tenantClaim = '') =>
    new OidcClient(
      () =>
        Promise.resolve({
          key: issuer.url,
          url: issuer.url,
          clientId: 'lotsennetz',
          clientSecret: 'secret',
          scopes: ['profile', 'organization:*'],
          secondFactors: ['otp', 'gold'],
          tenantClaim,
        }),
      () => 'https://lotsen.example.org',
    );

  const signIn = async (claims: Record<string, unknown> = {}, { tenantClaim = '', query = '' } = {}) => {
    const platform = client(tenantClaim);
    const { underWay } = await platform.begin({ to: '/', secondFactor: false });
    const { state, nonce } = underWay;
    issuer.claims = { ...issuer.claimsAbout('ines', nonce), ...claims };
    return platform.finish(query || `?code=abc&state=${state}`, underWay);
  };

  it('asks with code, PKCE S256, state and nonce, new ones each time', async () => {
    const urls = await Promise.all([1, 2].map(() => client().begin({ to: '/', secondFactor: true })));
    const [one, two] = urls.map(({ url }) => new URL(url).searchParams);
    expect(Object.fromEntries(one ?? [])).toMatchObject({
      response_type: 'code',
      redirect_uri: 'https://lotsen.example.org/login/callback',
      code_challenge_method: 'S256',
      scope: 'openid profile organization:*',
      acr_values: 'otp gold',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
  });

  it('knows who came, and as whom memberships know them', async () => {
    const signedIn = await signIn({ name: 'Ines Demir' });
    expect(signedIn).toMatchObject({ identity: expect.any(String), name: 'Ines Demir', secondFactor: false });
    expect((await signIn()).identity).toBe(signedIn.identity);
    expect((await signIn({ sub: 'omar' })).identity).not.toBe(signedIn.identity);
  });

  it.each<Record<string, unknown>>([
    { iss: 'https://evil.example.org' },
    { aud: 'another-client' },
    { aud: ['lotsennetz', 'another-client'], azp: 'another-client' },
    { exp: 1_000 },
    { nonce: 'of-another-sign-in' },
    { nonce: undefined },
    { sub: undefined },
  ])('believes no ID token with %j', async (claims) => {
    await expect(signIn(claims)).rejects.toThrow();
  });

  it('believes no ID token that is unsigned, or signed by somebody else', async () => {
    issuer.signsWith = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    await expect(signIn()).rejects.toThrow();
    issuer.signsWith = issuer.keys.privateKey;
    issuer.alg = 'none';
    await expect(signIn()).rejects.toThrow();
    issuer.alg = 'ES256';
    await expect(signIn()).resolves.toBeDefined();
  });

  it.each(['?code=abc&state=of-another-sign-in', '?code=abc', '?error=access_denied'])(
    'takes no answer %s',
    async (query) => {
      await expect(signIn({}, { query })).rejects.toThrow();
    },
  );

  it.each([
    [{ amr: ['pwd', 'otp'] }, true],
    [{ acr: 'gold' }, true],
    [{ amr: ['pwd'], acr: 'silver' }, false],
    [{ amr: 'otp' }, false],
  ])('sees in %j whether there was a second factor: %s', async (claims, secondFactor) => {
    expect((await signIn(claims)).secondFactor).toBe(secondFactor);
  });

  it.each([
    ['siegen', ['siegen']],
    [
      ['siegen', 'kreuztal'],
      ['siegen', 'kreuztal'],
    ],
    [{ siegen: { id: '1' } }, ['siegen']],
    [undefined, []],
    [7, []],
  ])('reads the tenants out of the claim %j', async (organization, tenants) => {
    expect((await signIn({ organization }, { tenantClaim: 'organization' })).tenants).toEqual(tenants);
  });
});
