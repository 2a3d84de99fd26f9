import { signedInConformance } from './signed-in.suite.js';
import { TestClient, verifier, type Target } from './test-client.js';

/** What this platform relies on at its provider, whichever it is. `nobody` says why there is nobody to sign in as. */
export function oidcConformance(
  { name, nobody }: { readonly name: string; readonly nobody?: string },
  open: () => Promise<Target>,
): void {
  describe(`${name} as an OpenID provider`, () => {
    let client: TestClient;
    beforeAll(async () => {
      client = await TestClient.of(await open());
    });

    it('says where everything is, under its own name', () => {
      expect(client.metadata.issuer).toBe(client.target.issuer);
      expect(client.metadata['response_types_supported']).toContain('code');
      expect(client.metadata['code_challenge_methods_supported']).toContain('S256');
      expect(client.metadata['id_token_signing_alg_values_supported']).not.toContain('none');
      for (const endpoint of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint'])
        expect(new URL(String(client.metadata[endpoint])).origin).toBe(new URL(client.target.issuer).origin);
    });

    it('shows keys without their private half', async () => {
      const { keys: shown } = await client.keys();
      expect(shown.length).toBeGreaterThan(0);
      for (const key of shown) for (const part of ['d', 'p', 'q', 'k']) expect(key).not.toHaveProperty(part);
    });

    it.each([
      ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }],
      ['with PKCE in plain', { code_challenge: verifier, code_challenge_method: 'plain' }],
      ['with another response type', { response_type: 'token' }],
    ])('refuses a request %s', async (_, changes) => {
      const answer = await client.answerTo(changes);
      expect(answer?.get('error') ?? 'refused on its own page').toMatch(
        /invalid_request|unsupported_response_type|unauthorized_client|refused/,
      );
      expect(answer?.get('code') ?? null).toBeNull();
    });

    it.each(['/', '/../evil', '?more=1', '#part', '.example.org'])(
      'never leads to an address that was not registered: with %s behind it',
      async (suffix) => {
        const address = client.request({ redirect_uri: `${client.target.redirectUri}${suffix}` });
        const page = await client.browser().look(address);
        expect(page.status).toBeGreaterThanOrEqual(400);
        expect(page.headers.get('location')).toBeNull();
      },
    );

    it('brings the state back, also with a refusal', async () => {
      const answer = await client.answerTo({ prompt: 'none' });
      expect(answer?.get('error')).toBe('login_required');
      expect(answer?.get('state')).toBe('the-state');
    });

    it('gives nothing for a code that it never gave', async () => {
      expect(await client.redeem('no-such-code')).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    });

    const forSomebody = nobody === undefined ? describe : describe.skip;
    forSomebody(`for somebody who signs in${nobody === undefined ? '' : ` (left out: ${nobody})`}`, () =>
      signedInConformance(() => client),
    );
  });
}
