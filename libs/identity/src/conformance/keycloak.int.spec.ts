import { describeWithServer, findServer, keycloakServer, KeycloakRealm, unique } from '@lotsennetz/testing';
import { oidcConformance } from './conformance.suite.js';

const person = {
  username: 'petra',
  password: 'drei Enten auf dem Dach',
  givenName: 'Petra',
  familyName: 'Koch',
};
const publicUrl = 'http://localhost:8080';
const clientSecret = 'known-to-this-test-only';

describeWithServer('Keycloak', await findServer(keycloakServer), (server) => {
  let realm: KeycloakRealm | undefined;
  afterAll(() => realm?.[Symbol.asyncDispose]());

  oidcConformance({ name: 'its realm' }, async () => {
    realm = await KeycloakRealm.create(server().url, { name: unique('realm'), clientSecret, publicUrl });
    await realm.addPerson(person);
    return {
      issuer: realm.issuer,
      clientId: 'lotsennetz',
      clientSecret,
      redirectUri: `${publicUrl}/login/callback`,
      postLogoutUri: `${publicUrl}/`,
      renews: true,
      // It gives one to everybody, for as long as its own session lasts.
      renewal: { scope: 'openid' },
      signIn: async (page) => {
        await page.submit('', { username: person.username, password: person.password });
      },
    };
  });

  it('has the realm of the file from its first start', async () => {
    const { origin } = new URL(server().url);
    const answer = await fetch(`${origin}/realms/lotsennetz/.well-known/openid-configuration`);
    expect(await answer.json()).toMatchObject({ issuer: `${origin}/realms/lotsennetz` });
  });
});
