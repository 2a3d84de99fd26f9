import { TestBrowser } from '@lotsennetz/platform/testing';
import { describeWithServer, eventually, findServer, keycloakServer, KeycloakRealm, unique } from '@lotsennetz/testing';
import { oidcConformance } from './conformance.suite.js';

const password = 'drei Enten auf dem Dach';
const publicUrl = 'http://localhost:8080';
const redirectUri = `${publicUrl}/login/callback`;
const clientSecret = 'known-to-this-test-only';

describeWithServer('Keycloak', await findServer(keycloakServer), (server) => {
  let realm: KeycloakRealm;
  beforeAll(async () => {
    realm = await KeycloakRealm.create(server().url, { name: unique('realm'), clientSecret, publicUrl });
  }, 180_000);
  afterAll(() => realm[Symbol.asyncDispose]());

  oidcConformance({ name: 'its realm' }, async () => {
    await realm.addPerson({ username: 'petra', password, givenName: 'Petra', familyName: 'Koch' });
    return {
      issuer: realm.issuer,
      clientId: 'lotsennetz',
      clientSecret,
      redirectUri,
      postLogoutUri: `${publicUrl}/`,
      renews: true,
      // It gives one to everybody, for as long as its own session lasts.
      renewal: { scope: 'openid' },
      signIn: async (page) => {
        await page.submit('', { username: 'petra', password });
      },
    };
  });

  it('locks an account for a quarter of an hour after five wrong passwords', async () => {
    const sub = await realm.addPerson({ username: 'otto', password, givenName: 'Otto', familyName: 'Lang' });
    // Where guesses come faster than people type, it locks at once, for a minute.
    await realm.change({ quickLoginCheckMilliSeconds: 0 });
    const page = new TestBrowser(server().url, [redirectUri]);
    const wish = new URLSearchParams({
      ...{ client_id: 'lotsennetz', redirect_uri: redirectUri, response_type: 'code', scope: 'openid' },
      ...{ code_challenge_method: 'S256', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' },
    });
    await page.go(`${realm.issuer}/protocol/openid-connect/auth?${wish.toString()}`);
    for (const guess of [1, 2, 3, 4, 5])
      await page.submit('', { username: 'otto', password: `wrong guess no. ${guess}` });
    // It counts after it has answered, in whole seconds.
    await eventually(async () => expect(await realm.lockedSeconds(sub)).toBeGreaterThan(890), 30_000);
    await page.submit('', { username: 'otto', password });
    expect(page.body).toContain('name="password"');
  });

  it('has the realm of the file from its first start', async () => {
    const { origin } = new URL(server().url);
    const answer = await fetch(`${origin}/realms/lotsennetz/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({ issuer: `${origin}/realms/lotsennetz` });
  });
});
