import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { TestClient } from './test-client.js';

/** What a provider does for somebody who signs in. */
export function signedInConformance(client: () => TestClient): void {
  it('answers with a code and the state, as itself, and nothing else of worth', async () => {
    const { answer } = await client().signedIn();
    expect(answer.get('state')).toBe('the-state');
    expect(answer.get('iss') ?? client().target.issuer).toBe(client().target.issuer);
    expect([...answer.keys()]).not.toEqual(expect.arrayContaining(['id_token', 'access_token']));
  });

  it('signs an ID token for this client, with the nonce, that ends', async () => {
    const { code } = await client().signedIn();
    const { body } = await client().redeem(code);
    const { payload } = await client().verified(body['id_token'] ?? '');
    expect(payload).toMatchObject({ nonce: 'the-nonce' });
    expect(payload.sub).toEqual(expect.any(String));
    expect(payload.exp).toBeGreaterThan(Date.now() / 1_000);
  });

  it('takes a code once', async () => {
    const { code } = await client().signedIn();
    expect((await client().redeem(code)).status).toBe(200);
    expect(await client().redeem(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('takes a code with its verifier, its address and the secret only', async () => {
    const code = async () => (await client().signedIn()).code;
    const { redirectUri } = client().target;
    expect((await client().redeem(await code(), { code_verifier: 'A'.repeat(43) })).status).toBe(400);
    expect((await client().redeem(await code(), { code_verifier: '' })).status).toBe(400);
    expect((await client().redeem(await code(), { redirect_uri: `${redirectUri}/` })).status).toBe(400);
    expect((await client().redeem(await code(), {}, 'not-the-secret')).status).toBe(401);
  });

  it('renews once by each refresh token, if it says that it gives them, with a new ID token for the same person', async () => {
    const { grant_types_supported: grants = ['authorization_code', 'implicit'] } = client().metadata;
    const { renews = grants.includes('refresh_token'), renewal } = client().target;
    const { code } = await client().signedIn(renewal ?? { scope: 'openid offline_access', prompt: 'consent' });
    const first = (await client().redeem(code)).body;
    expect(first['refresh_token'] !== undefined).toBe(renews);
    if (!renews) return;
    const second = await client().token({ grant_type: 'refresh_token', refresh_token: first['refresh_token'] ?? '' });
    expect(second.status).toBe(200);
    expect(second.body['access_token']).not.toBe(first['access_token']);
    expect(decodeJwt(second.body['id_token'] ?? '').sub).toBe(decodeJwt(first['id_token'] ?? '').sub);
    expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
    const again = await client().token({ grant_type: 'refresh_token', refresh_token: first['refresh_token'] ?? '' });
    expect(again).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('signs out, and leads back to registered addresses only', async () => {
    const { postLogoutUri } = client().target;
    const { page, code } = await client().signedIn();
    const { id_token: hint = '' } = (await client().redeem(code)).body;
    const end = new URL(client().metadata.end_session_endpoint);
    end.searchParams.set('id_token_hint', hint);
    end.searchParams.set('post_logout_redirect_uri', 'https://evil.example.org/');
    await page.go(end.href);
    expect(page.status).toBeGreaterThanOrEqual(400);
    end.searchParams.set('post_logout_redirect_uri', postLogoutUri);
    await page.go(end.href);
    if (page.url !== postLogoutUri) await page.submit('', { logout: 'yes' });
    expect(page.url).toBe(postLogoutUri);
    await page.go(client().request({ prompt: 'none' }));
    expect(new URL(page.url).searchParams.get('error')).toBe('login_required');
  });

  it('names the key that signed', async () => {
    const { body } = await client().redeem((await client().signedIn()).code);
    const { kid, alg } = decodeProtectedHeader(body['id_token'] ?? '');
    const used = (await client().keys()).keys.find((key) => key.kid === kid);
    expect(used).toBeDefined();
    expect(alg).toMatch(/^(?:ES|RS|PS)(?:256|384|512)$|^EdDSA$/);
  });
}
