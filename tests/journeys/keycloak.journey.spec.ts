import { identityOf } from '@lotsennetz/platform';
import { mailedInvitation, startForTest, TestBrowser, type TestDeployment } from '@lotsennetz/platform/testing';
import { acceptInvitationAs, appointMember, foundTenantNamed, services } from '@lotsennetz/suite';
import { describeWithServer, findServer, keycloakServer, KeycloakRealm, unique } from '@lotsennetz/testing';
import { generateSync } from 'otplib';

const involved = services.filter(({ name }) => name === 'registration');
const password = 'drei Enten auf dem Dach';
const clientSecret = 'known-to-this-test-only';

// As docs/operations.md says it: a realm of the file, an organization for each tenant, and the settings.
describeWithServer('the platform with Keycloak', await findServer(keycloakServer), (server) => {
  let realm: KeycloakRealm;
  let platform: TestDeployment;
  const subs: Record<string, string> = {};

  beforeAll(async () => {
    const nowhere = 'http://localhost';
    realm = await KeycloakRealm.create(server().url, { name: unique('realm'), clientSecret, publicUrl: nowhere });
    platform = await startForTest(involved, {
      settings: {
        LOTSENNETZ_OIDC_ISSUER: realm.issuer,
        LOTSENNETZ_OIDC_CLIENT_SECRET: clientSecret,
        LOTSENNETZ_OIDC_SCOPES: 'profile organization:*',
        LOTSENNETZ_OIDC_TENANT_CLAIM: 'organization',
        LOTSENNETZ_OIDC_SECOND_FACTOR: 'gold',
      },
    });
    await realm.movePlatform(origin());
    for (const id of ['siegen', 'kreuztal'])
      await foundTenantNamed(platform.service('registration'), {
        id,
        name: `Stadt ${id}`,
        kind: 'municipality',
        timeZone: 'Europe/Berlin',
      });
    for (const username of ['ines', 'omar', 'karla', 'doris'])
      subs[username] = await realm.addPerson({ username, password, givenName: username, familyName: 'Beispiel' });
    await realm.addOrganization('siegen', [subOf('ines'), subOf('karla'), subOf('doris')]);
    await realm.addOrganization('kreuztal', [subOf('omar'), subOf('doris')]);
  }, 180_000);
  afterAll(async () => {
    await platform.close();
    await realm[Symbol.asyncDispose]();
  });

  const origin = () => platform.url.replace('127.0.0.1', 'localhost');
  const subOf = (username: string) => subs[username] ?? '';
  const appoint = (username: string, tenant: string) => {
    const person = { givenName: username, familyName: 'Beispiel', email: `${username}@example.org` };
    return appointMember(platform.service('registration'), { tenant, person, roles: ['coordinator'] });
  };
  const makeMember = async (username: string, tenant: string) => {
    const { invitation } = await appoint(username, tenant);
    const identity = identityOf(realm.issuer, subOf(username));
    await acceptInvitationAs(platform.service('registration'), { tenant, invitation, identity });
  };
  const withPassword = async (username: string) =>
    (await new TestBrowser(origin()).go('/login?to=/session')).submit('', { username, password });
  /** Keycloak lets whoever has no second factor yet set one up; answers its secret. */
  const setUpSecondFactor = async (page: TestBrowser) => {
    const byHand = /href="([^"]*mode=manual[^"]*)"/.exec(page.body)?.[1] ?? '';
    await page.go(byHand.replaceAll('&amp;', '&'));
    const secret = (/id="kc-totp-secret-key">([^<]*)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '');
    await page.submit('', { totp: generateSync({ secret }), userLabel: 'Diensthandy' });
    return secret;
  };
  const sessionIn = (page: TestBrowser) => JSON.parse(page.body) as Record<string, unknown>;
  const offices = async (page: TestBrowser, tenant: string) => {
    await page.look(`${origin()}/registration/${tenant}/offices`);
    return page.status;
  };

  it('somebody who is invited signs in, accepts, and comes in with a second factor from then on', async () => {
    const { membershipId } = await appoint('ines', 'siegen');
    const invitation = await mailedInvitation(platform, { tenant: 'siegen', id: membershipId });
    const page = await withPassword('ines');
    const { csrfToken, ...before } = sessionIn(page);
    expect(before).toMatchObject({ signedIn: true, name: 'ines Beispiel', secondFactor: false, memberships: [] });
    expect(await offices(page, 'siegen')).toBe(404);
    await page.look('/registration/siegen/invitations/accept', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': String(csrfToken) },
      body: JSON.stringify({ invitation }),
    });
    expect(page.status).toBe(200);

    // Whoever is signed in at Keycloak is asked for the password alone.
    await page.go('/login?to=/session');
    expect(page.body).not.toContain('name="username"');
    await page.submit('', { password });
    const secret = await setUpSecondFactor(page);
    expect(sessionIn(page)).toMatchObject({ secondFactor: true, memberships: [{ tenant: 'siegen' }] });
    expect(await offices(page, 'siegen')).toBe(200);
    expect(await offices(page, 'kreuztal')).toBe(404);

    const next = await withPassword('ines');
    // The code after this one: each is good once, and Keycloak allows for clocks that go wrong by one.
    await next.submit('', { otp: generateSync({ secret, epoch: Date.now() / 1_000 + 30 }) });
    expect(sessionIn(next)).toMatchObject({ secondFactor: true });
    expect(await offices(next, 'siegen')).toBe(200);
    await next.go(`${origin()}/login?to=/session`);
    await next.submit('', { password });
    expect(sessionIn(next)).toMatchObject({ secondFactor: true });
  });

  it('somebody of another organization is not let in, membership or not', async () => {
    await makeMember('omar', 'siegen');
    const page = await withPassword('omar');
    await setUpSecondFactor(page);
    expect(sessionIn(page)).toMatchObject({ signedIn: true, secondFactor: true, memberships: [] });
    expect(await offices(page, 'siegen')).toBe(404);
    expect(await offices(page, 'kreuztal')).toBe(404);
  });

  it('somebody of the organization without a membership is not let in', async () => {
    const page = await withPassword('karla');
    expect(sessionIn(page)).toMatchObject({ signedIn: true, memberships: [] });
    expect(await offices(page, 'siegen')).toBe(404);
  });

  it('somebody who works for two towns enters both', async () => {
    await makeMember('doris', 'siegen');
    await makeMember('doris', 'kreuztal');
    const page = await withPassword('doris');
    await setUpSecondFactor(page);
    expect(await offices(page, 'siegen')).toBe(200);
    expect(await offices(page, 'kreuztal')).toBe(200);
  });

  it('signing out ends it, here and at Keycloak', async () => {
    const page = await withPassword('karla');
    const { csrfToken } = sessionIn(page);
    const kept = page.copy();
    const { to } = (await page.json('POST', '/logout', { 'x-csrf-token': String(csrfToken) })) as { to: string };
    expect(await kept.json('GET', `${origin()}/session`)).toMatchObject({ signedIn: false });
    await page.go(to);
    expect(page.url).toBe(`${origin()}/`);
    await page.go('/login?to=/session');
    expect(page.body).toContain('name="password"');
  });
});
