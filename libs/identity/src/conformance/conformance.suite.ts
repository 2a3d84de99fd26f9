import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { TestBrowser } from '@lotsennetz/platform/testing';

/** A provider under test, and the client that is registered there for it. */
export interface Target {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly postLogoutUri: string;
  /** Whether it must give refresh tokens; unless told, what its own description says counts. */
  readonly renews?: boolean;
  /** How it is asked for one that renews; unless told, as OpenID Connect says. Some give one to everybody. */
  readonly renewal?: Readonly<Record<string, string>>;
  /** Fills in whatever pages the browser is shown. */
  readonly signIn: (page: TestBrowser) => Promise<void>;
}

interface Metadata {
  readonly [name: string]: unknown;
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly jwks_uri: string;
  readonly end_session_endpoint: string;
}

// RFC 7636, appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** What this platform relies on at its provider, whichever it is. `nobody` says why there is nobody to sign in as. */
export function oidcConformance(
  { name, nobody }: { readonly name: string; readonly nobody?: string },
  open: () => Promise<Target>,
): void {
  describe(`${name} as an OpenID provider`, () => {
    let target: Target;
    let metadata: Metadata;
    beforeAll(async () => {
      target = await open();
      const answer = await fetch(`${target.issuer}/.well-known/openid-configuration`);
      metadata = (await answer.json()) as Metadata;
    });

    const request = (changes: Readonly<Record<string, string | undefined>> = {}) => {
      const url = new URL(metadata.authorization_endpoint);
      const parameters = {
        client_id: target.clientId,
        redirect_uri: target.redirectUri,
        response_type: 'code',
        scope: 'openid profile',
        state: 'the-state',
        nonce: 'the-nonce',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...changes,
      };
      for (const [key, value] of Object.entries<string | undefined>(parameters))
        if (value !== undefined) url.searchParams.set(key, value);
      return url.href;
    };
    const browser = () => new TestBrowser(new URL(target.issuer).origin, [target.redirectUri, target.postLogoutUri]);
    /** What comes back to the platform without anybody having signed in. */
    const answerTo = async (changes: Readonly<Record<string, string | undefined>>) => {
      const page = await browser().go(request(changes));
      return page.url.startsWith(target.redirectUri) ? new URL(page.url).searchParams : undefined;
    };
    const token = async (parameters: Readonly<Record<string, string>>, secret = target.clientSecret) => {
      const answer = await fetch(metadata.token_endpoint, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${target.clientId}:${secret}`).toString('base64')}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(parameters),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, string> };
    };
    const redeem = (code: string, changes: Readonly<Record<string, string>> = {}, secret?: string) =>
      token(
        {
          grant_type: 'authorization_code',
          code,
          redirect_uri: target.redirectUri,
          code_verifier: verifier,
          ...changes,
        },
        secret,
      );
    const keys = async () => (await (await fetch(metadata.jwks_uri)).json()) as JSONWebKeySet;

    it('says where everything is, under its own name', () => {
      expect(metadata.issuer).toBe(target.issuer);
      expect(metadata['response_types_supported']).toContain('code');
      expect(metadata['code_challenge_methods_supported']).toContain('S256');
      expect(metadata['id_token_signing_alg_values_supported']).not.toContain('none');
      for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint'])
        expect(new URL(String(metadata[endpoint])).origin).toBe(new URL(target.issuer).origin);
    });

    it('shows keys without their private half', async () => {
      const { keys: shown } = await keys();
      expect(shown.length).toBeGreaterThan(0);
      for (const key of shown) for (const part of ['d', 'p', 'q', 'k']) expect(key).not.toHaveProperty(part);
    });

    it.each([
      ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
      ['with PKCE in plain', { code_challenge: verifier, code_challenge_method: 'plain' }],
      ['with another response type', { response_type: 'token' }],
    ])('refuses a request %s', async (_, changes) => {
      const answer = await answerTo(changes);
      expect(answer?.get('error') ?? 'refused on its own page').toMatch(
        /invalid_request|unsupported_response_type|unauthorized_client|refused/,
      );
      expect(answer?.get('code') ?? null).toBeNull();
    });

    it.each(['/', '/../evil', '?more=1', '#part', '.example.org'])(
      'never leads to an address that was not registered: with %s behind it',
      async (suffix) => {
        const page = await browser().look(request({ redirect_uri: `${target.redirectUri}${suffix}` }));
        expect(page.status).toBeGreaterThanOrEqual(400);
        expect(page.headers.get('location')).toBeNull();
      },
    );

    it('brings the state back, also with a refusal', async () => {
      const answer = await answerTo({ prompt: 'none' });
      expect(answer?.get('error')).toBe('login_required');
      expect(answer?.get('state')).toBe('the-state');
    });

    it('gives nothing for a code that it never gave', async () => {
      expect(await redeem('no-such-code')).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    });

    const forSomebody = nobody === undefined ? describe : describe.skip;
    forSomebody(`for somebody who signs in${nobody === undefined ? '' : ` (left out: ${nobody})`}`, () => {
      const signedIn = async (changes: Readonly<Record<string, string>> = {}) => {
        const page = await browser().go(request(changes));
        await target.signIn(page);
        const answer = new URL(page.url).searchParams;
        return { page, answer, code: answer.get('code') ?? '' };
      };

      it('answers with a code and the state, as itself, and nothing else of worth', async () => {
        const { answer } = await signedIn();
        expect(answer.get('state')).toBe('the-state');
        expect(answer.get('iss') ?? target.issuer).toBe(target.issuer);
        expect([...answer.keys()]).not.toEqual(expect.arrayContaining(['id_token', 'access_token']));
      });

      it('signs an ID token for this client, with the nonce, that ends', async () => {
        const { code } = await signedIn();
        const { body } = await redeem(code);
        const verified = await jwtVerify(body['id_token'] ?? '', createLocalJWKSet(await keys()), {
          issuer: target.issuer,
          audience: target.clientId,
        });
        expect(verified.payload).toMatchObject({ nonce: 'the-nonce' });
        expect(verified.payload.sub).toEqual(expect.any(String));
        expect(verified.payload.exp).toBeGreaterThan(Date.now() / 1_000);
      });

      it('takes a code once', async () => {
        const { code } = await signedIn();
        expect((await redeem(code)).status).toBe(200);
        expect(await redeem(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
      });

      it('takes a code with its verifier, its address and the secret only', async () => {
        const other = 'A'.repeat(43);
        expect((await redeem((await signedIn()).code, { code_verifier: other })).status).toBe(400);
        expect((await redeem((await signedIn()).code, { code_verifier: '' })).status).toBe(400);
        expect((await redeem((await signedIn()).code, { redirect_uri: `${target.redirectUri}/` })).status).toBe(400);
        expect((await redeem((await signedIn()).code, {}, 'not-the-secret')).status).toBe(401);
      });

      it('renews once by each refresh token, if it says that it gives them, with a new ID token for the same person', async () => {
        const { grant_types_supported: grants = ['authorization_code', 'implicit'] } = metadata as {
          readonly grant_types_supported?: readonly string[];
        };
        const renews = target.renews ?? grants.includes('refresh_token');
        const { code } = await signedIn(target.renewal ?? { scope: 'openid offline_access', prompt: 'consent' });
        const first = (await redeem(code)).body;
        expect(first['refresh_token'] !== undefined).toBe(renews);
        if (!renews) return;
        const second = await token({ grant_type: 'refresh_token', refresh_token: first['refresh_token'] ?? '' });
        expect(second.status).toBe(200);
        expect(second.body['access_token']).not.toBe(first['access_token']);
        expect(decodeJwt(second.body['id_token'] ?? '').sub).toBe(decodeJwt(first['id_token'] ?? '').sub);
        expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
        const again = await token({ grant_type: 'refresh_token', refresh_token: first['refresh_token'] ?? '' });
        expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
      });

      it('signs out, and leads back to registered addresses only', async () => {
        const { page, code } = await signedIn();
        const { id_token: hint = '' } = (await redeem(code)).body;
        const end = new URL(metadata.end_session_endpoint);
        end.searchParams.set('id_token_hint', hint);
        end.searchParams.set('post_logout_redirect_uri', 'https://evil.example.org/');
        await page.go(end.href);
        expect(page.status).toBeGreaterThanOrEqual(400);
        end.searchParams.set('post_logout_redirect_uri', target.postLogoutUri);
        await page.go(end.href);
        if (page.url !== target.postLogoutUri) await page.submit('', { logout: 'yes' });
        expect(page.url).toBe(target.postLogoutUri);
        await page.go(request({ prompt: 'none' }));
        expect(new URL(page.url).searchParams.get('error')).toBe('login_required');
      });

      it('names the key that signed', async () => {
        const { body } = await redeem((await signedIn()).code);
        const { kid, alg } = decodeProtectedHeader(body['id_token'] ?? '');
        const used = (await keys()).keys.find((key) => key.kid === kid);
        expect(used).toBeDefined();
        expect(alg).toMatch(/^(?:ES|RS|PS)(?:256|384|512)$|^EdDSA$/);
      });
    });
  });
}
