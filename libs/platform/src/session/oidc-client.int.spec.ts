import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OidcClient } from './oidc-client.js';

const now = () => Math.floor(Date.now() / 1_000);
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** An issuer that answers with whatever ID token a test wants. */
class LyingIssuer {
  url = '';
  claims: Record<string, unknown> = {};
  alg = 'ES256';
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  signsWith: KeyObject = this.keys.privateKey;
  private readonly server: Server = createServer((request, answer) => {
    const body = this.answerTo(request.url ?? '');
    answer.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  });

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answerTo(path: string): object | undefined {
    const { url } = this;
    if (path === '/.well-known/openid-configuration')
      return {
        issuer: url,
        authorization_endpoint: `${url}/auth`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['ES256'],
      };
    if (path === '/jwks')
      return { keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] };
    if (path === '/token') return { access_token: 'x', token_type: 'Bearer', id_token: this.idToken() };
    return undefined;
  }

  private idToken(): string {
    const text = `${encode({ alg: this.alg, kid: 'one' })}.${encode(this.claims)}`;
    const key = { key: this.signsWith, dsaEncoding: 'ieee-p1363' as const };
    return `${text}.${this.alg === 'none' ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
  }
}

describe('this platform as a client of an issuer', () => {
  const issuer = new LyingIssuer();
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
    const honest = { iss: issuer.url, aud: 'lotsennetz', sub: 'ines', iat: now(), exp: now() + 300, nonce };
    issuer.claims = { ...honest, ...claims };
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
