import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signInvitation, markUnfinished, readConfig, serve, type Config, type Deployment } from '@lotsennetz/platform';
import { TestIssuer } from '@lotsennetz/platform/testing';
import { TenantScope } from '@lotsennetz/kernel';
import { createTokenFor, foundTenantNamed, identity, services } from '@lotsennetz/suite';
import { withStores } from '../stores.js';
import { backup } from './backup.js';
import { historyOf } from './copy-history.js';
import { restore } from './restore.js';

const quiet = { onProgress: () => undefined };
const siegen = TenantScope.of('siegen');

describe('somebody who was forgotten after the backup, and signs in at another issuer', () => {
  /** It knows nothing of erasures, and lets Rosa in. */
  const issuer = new TestIssuer();
  let folder: string;
  let platform: Deployment;
  let administrator: string;
  let rosa: string;
  const at = (name: string) => join(folder, name);
  const inFolder = (name: string) =>
    readConfig({
      ...{ PORT: '0', LOTSENNETZ_DATA: at(name), LOTSENNETZ_KEYRING: at('keyring') },
      ...{ LOTSENNETZ_OIDC_ISSUER: issuer.url, LOTSENNETZ_OIDC_CLIENT_SECRET: 'secret' },
    });
  const start = async (config: Config) => (platform = await serve({ config, services, identity }));
  const ask = async (method: string, path: string, headers: Readonly<Record<string, string>>, body?: object) => {
    const sent = body ? { body: JSON.stringify(body) } : {};
    const json = body ? { 'content-type': 'application/json' } : {};
    const answer = await fetch(`http://localhost:${platform.port}${path}`, {
      ...{ method, redirect: 'manual', headers: { ...json, ...headers }, ...sent },
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const asOffice = (method: string, path: string, body?: object) =>
    ask(method, `/registration/siegen${path}`, { authorization: `Bearer ${administrator}` }, body);
  const signIn = async () => {
    const left = await ask('GET', '/login', {});
    const asked = new URL(left.headers.get('location') ?? '').searchParams;
    issuer.claims = issuer.claimsAbout('rosa', asked.get('nonce') ?? '');
    const cookies = (of: Headers) =>
      of
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ');
    const back = `/login/callback?code=any&state=${asked.get('state')}`;
    const cookie = cookies((await ask('GET', back, { cookie: cookies(left.headers) })).headers);
    const { csrfToken } = (await ask('GET', '/session', { cookie })).body as { csrfToken: string };
    return { cookie, 'x-csrf-token': csrfToken };
  };
  const membershipsIn = (config: Config) =>
    withStores(config, async (stores) =>
      (await Array.fromAsync(historyOf(stores.ports('registration').eventStore)))
        .filter(({ stream }) => stream.startsWith('registration.membership-'))
        .map(({ type, data, meta }) => ({ type, data, actor: meta.actor })),
    );

  beforeAll(() => issuer.listen());
  afterAll(() => issuer.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    await start(inFolder('data'));
    const runtime = platform.service('registration');
    const town = { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
    await foundTenantNamed(runtime, { id: 'siegen', ...town });
    administrator = (await createTokenFor(runtime, { tenant: 'siegen', role: 'administrator' })).token;
    await platform.settled();
    const person = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org', languages: ['de'] };
    rosa = (await asOffice('POST', '/volunteers', person)).body.id;
    const offered = await asOffice('POST', '/accounts', { role: 'volunteer', personId: rosa });
    const invitation = await signInvitation(runtime.keys, siegen, { membershipId: offered.body.id, number: 1 });
    await ask('POST', '/registration/siegen/invitations/accept', await signIn(), { invitation });
    await platform.settled();
  });
  afterEach(async () => {
    await platform.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ownThings = ['/registration/siegen/me', '/training/siegen/me/courses', '/matching/siegen/me/proposals'];
  const opened = async () => {
    const headers = await signIn();
    return Promise.all(ownThings.map(async (path) => (await ask('GET', path, headers)).status));
  };
  const forgetAndRestore = async () => {
    expect(await opened()).toEqual([200, 200, 200]);
    const { madeAt } = await backup(inFolder('data'), at('backup'), quiet);
    await asOffice('POST', '/erasures', { subjectId: rosa, kind: 'volunteer', ground: 'consent-withdrawn' });
    expect((await asOffice('POST', `/erasures/${rosa}/order`)).status).toBe(200);
    await platform.close();
    await restore(inFolder('restored'), at('backup'), quiet);
    return madeAt;
  };

  it('finds nothing open, and is forgotten by every service once more', async () => {
    await forgetAndRestore();
    const ended = { type: 'MembershipEnded', data: { reason: 'erased' }, actor: 'restore' };
    expect((await membershipsIn(inFolder('restored'))).at(-1)).toEqual(ended);
    await start(inFolder('restored'));
    expect(await opened()).toEqual([404, 404, 404]);
    await platform.settled();
    expect((await asOffice('GET', `/erasures/${rosa}`)).body).toMatchObject({ status: 'completed', missing: [] });
    const { body } = await asOffice('GET', '/volunteers?erased=show');
    expect(body.items).toMatchObject([{ id: rosa, status: 'left', givenName: { erased: true } }]);
    expect(await opened()).toEqual([404, 404, 404]);
  });

  it('is forgotten again by a restore that was interrupted just then', async () => {
    const restored = inFolder('restored');
    const madeAt = await forgetAndRestore();
    const before = await membershipsIn(restored);
    markUnfinished(restored.dataFolder, `copied from the backup of ${madeAt}`);
    await restore(restored, at('backup'), quiet);
    expect(await membershipsIn(restored)).toEqual(before);
    await start(restored);
  });
});
