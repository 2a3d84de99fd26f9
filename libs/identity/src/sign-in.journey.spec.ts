import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadModels } from '@lotsennetz/kernel';
import { embeddedIssuer, identityOf, openDocuments, readConfig } from '@lotsennetz/platform';
import { filesHolding, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { FakeClock } from '@lotsennetz/testing';
import { generateSync } from 'otplib';
import { Accounts } from './accounts/accounts.js';
import { embeddedProvider } from './index.js';
import { TestBrowser } from '@lotsennetz/platform/testing';

const registration = { name: 'registration', purposes: [], projections: [], published: [], controllers: [] } as const;
const people = [{ key: 'petra', name: 'Petra Koch', does: 'Koordination in Siegen' }];
const email = 'Karin.Beispiel@example.org';
const password = 'drei Enten auf dem Dach';

describe('signing in at the embedded provider', () => {
  const clock = new FakeClock('2026-03-02T08:00:00.000Z');
  let platform: TestDeployment;
  let documents: ReadModels;
  let accounts: Accounts;
  let isExample = true;

  beforeAll(async () => {
    platform = await startForTest([registration], {
      clock,
      identity: embeddedProvider(() => (isExample ? people : [])),
    });
    documents = openDocuments(readConfig({ LOTSENNETZ_DATA: platform.folder }), 'identity');
    accounts = new Accounts(documents, platform.service('registration').keys, clock);
    await accounts.setPassword(await accounts.subOf(email), password, 'Karin Beispiel');
  });
  afterAll(async () => {
    await documents.close();
    await platform.close();
  });
  beforeEach(() => clock.advance({ minutes: 20 }));

  const browser = () => new TestBrowser(platform.url.replace('127.0.0.1', 'localhost'));
  const login = async (fields: { email: string; password: string }) =>
    (await browser().go('/login?to=/session')).submit('/password', fields);
  const sessionIn = (page: TestBrowser) => JSON.parse(page.body) as Record<string, unknown>;
  const mails = () => {
    const folder = join(platform.folder, 'mail/platform');
    const files = existsSync(folder) ? readdirSync(folder).sort() : [];
    return files.map((file) => readFileSync(join(folder, file), 'utf8'));
  };
  const linkMailedTo = async (address: string) => {
    const before = mails().length;
    await (await browser().go('/identity/forgotten')).submit('/forgotten', { email: address });
    const found = { link: '' };
    await platform.eventually(() => {
      expect(mails().length).toBe(before + 1);
      const text = mails().at(-1)?.replaceAll('=\r\n', '').replaceAll('=3D', '=') ?? '';
      found.link = /http\S+\/identity\/password\/\S+/.exec(text)?.[0] ?? '';
      expect(found.link).not.toBe('');
      return Promise.resolve();
    });
    return found.link;
  };

  it('as a person of the example takes one press, and says that it is an example', async () => {
    const page = await browser().go('/login?to=/session');
    expect(page.body).toContain('Dies ist eine Vorführung');
    await page.submit('/demo', { person: 'petra' });
    expect(page.url).toMatch(/\/session$/);
    expect(sessionIn(page)).toMatchObject({ signedIn: true, name: 'Petra Koch', secondFactor: true, demo: true });
  });

  it('as a person of the example is impossible where no example is', async () => {
    const page = await browser().go('/login?to=/session');
    isExample = false;
    await page.submit('/demo', { person: 'petra' });
    isExample = true;
    expect(page.status).toBe(400);
    expect(page.cookie('__Host-lotsennetz')).toBeUndefined();
  });

  it('with a password leads to where somebody wanted to go', async () => {
    const page = await login({ email: ` ${email.toUpperCase()}`, password });
    expect(page.url).toMatch(/\/session$/);
    expect(sessionIn(page)).toMatchObject({ signedIn: true, name: 'Karin Beispiel', secondFactor: false });
  });

  it('answers the same to a wrong password and to an address without an account', async () => {
    const [wrong, unknown] = await Promise.all([
      login({ email, password: 'drei Enten auf dem Haus' }),
      login({ email: 'nobody@example.org', password }),
    ]);
    for (const page of [wrong, unknown]) {
      expect(page.status).toBe(422);
      expect(page.body).toContain('passen nicht zusammen');
    }
    const plain = (page: TestBrowser) => page.body.replace(/interaction\/[\w-]+/g, '').replace(/value="[^"]*"/g, '');
    expect(plain(wrong)).toBe(plain(unknown));
  });

  it.each([email, 'nobody@example.org'])(
    'is locked for a quarter of an hour after five failures, at once or not: %s',
    async (whose) => {
      const guesses = await Promise.all(
        [1, 2, 3, 4, 5, 6].map((n) => login({ email: whose, password: `wrong guess no. ${n}` })),
      );
      expect(guesses.filter((page) => page.body.includes('zu viele Versuche'))).toHaveLength(1);
      expect((await login({ email: whose, password })).body).toContain('zu viele Versuche');
      clock.advance({ minutes: 16 });
      expect((await login({ email: whose, password })).body).not.toContain('zu viele Versuche');
    },
  );

  it('asks for a second factor once one is set up, takes each code once, and recovery codes in its place', async () => {
    const mail = 'otto.beispiel@example.org';
    const sub = await accounts.subOf(mail);
    await accounts.setPassword(sub, password);
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    const codeNow = () => generateSync({ secret, epoch: Date.parse(clock.now()) / 1_000 });
    const recovery = await accounts.enrol(sub, secret, codeNow());
    expect(recovery).toHaveLength(10);

    clock.advance({ minutes: 1 });
    const page = await login({ email: mail, password });
    expect(page.body).toContain('Zweiter Faktor');
    await page.submit('/code', { code: '000000' });
    expect(page.body).toContain('stimmt nicht');
    await page.submit('/code', { code: codeNow() });
    expect(sessionIn(page)).toMatchObject({ signedIn: true, secondFactor: true });

    const again = await login({ email: mail, password });
    expect((await again.submit('/code', { code: codeNow() })).body).toContain('schon benutzt');
    await again.submit('/code', { code: recovery?.[3]?.toUpperCase() ?? '' });
    expect(sessionIn(again)).toMatchObject({ signedIn: true, secondFactor: true });
    const third = await login({ email: mail, password });
    expect((await third.submit('/code', { code: recovery?.[3] ?? '' })).body).toContain('schon benutzt');
  });

  it('asks for a new second factor once a lost one was taken away, and goes on with nothing begun before', async () => {
    const mail = 'hanna.beispiel@example.org';
    const sub = await accounts.subOf(mail);
    const identity = await accounts.setPassword(sub, password);
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    const codeNow = () => generateSync({ secret, epoch: Date.parse(clock.now()) / 1_000 });
    const earlier = clock.now();
    clock.advance({ minutes: 1 });
    await accounts.enrol(sub, secret, codeNow());
    await accounts.dropSecondFactor(identity, earlier);
    expect((await accounts.find(sub))?.secondFactor).toBeDefined();

    const begun = await login({ email: mail, password });
    expect(begun.body).toContain('Zweiter Faktor');
    await accounts.dropSecondFactor(identity, clock.now());
    await begun.submit('/code', { code: codeNow() });
    expect(begun.status).toBe(400);
    const page = await login({ email: mail, password });
    expect(sessionIn(page)).toMatchObject({ signedIn: true, secondFactor: false });
  });

  it('who has a sign-in with a password under way cannot end it once the password is another', async () => {
    const mail = 'otto.dieb@example.org';
    const sub = await accounts.subOf(mail);
    await accounts.setPassword(sub, password);
    const thief = await login({ email: mail, password });
    expect(thief.cookie('_session')).toBeDefined();
    await accounts.setPassword(sub, 'vier Gänse unter der Brücke');
    await thief.go('/login?to=/session');
    expect(thief.body).toContain('Anmelden');
    await accounts.removeOf(identityOf(embeddedIssuer, sub));
  });

  it('a lost password is replaced by a mailed link that is good once, and ends what was signed in', async () => {
    const signedIn = await login({ email, password });
    const link = await linkMailedTo(email);
    const page = await browser().go(link);
    expect((await page.submit('', { password: 'kurz', again: 'kurz' })).body).toContain('weniger als 12 Zeichen');
    expect((await page.submit('', { password: 'Passwort1234', again: 'Passwort1234' })).body).toContain(
      'leicht zu erraten',
    );
    const better = 'vier Gänse unter der Brücke';
    expect((await page.submit('', { password: better, again: `${better}!` })).body).toContain('nicht gleich');
    expect((await page.submit('', { password: better, again: better })).body).toContain('neues Passwort gilt');
    expect(await signedIn.json('GET', '/session')).toMatchObject({ signedIn: false });
    expect((await page.go(link)).body).toContain('gilt nicht mehr');
    expect((await login({ email, password: better })).url).toMatch(/\/session$/);
    await accounts.setPassword(await accounts.subOf(email), password);
  });

  it('a link stays good however often others ask for one, which writes five mails at most', async () => {
    const mail = 'lena.beispiel@example.org';
    await accounts.setPassword(await accounts.subOf(mail), password);
    const first = await linkMailedTo(mail);
    for (const _ of [2, 3, 4, 5]) await linkMailedTo(mail);
    const before = mails().length;
    await (await browser().go('/identity/forgotten')).submit('/forgotten', { email: mail });
    const second = await linkMailedTo(email);
    expect(mails()).toHaveLength(before + 1);
    const chosen = 'vier Gänse unter der Brücke';
    const page = await browser().go(first);
    expect((await page.submit('', { password: chosen, again: chosen })).body).toContain('neues Passwort gilt');
    expect((await browser().go(second)).body).toContain('Neues Passwort');
  });

  it('a link is good for half an hour, and nobody is written to who has no account', async () => {
    const link = await linkMailedTo(email);
    const before = mails().length;
    const unknown = await (
      await browser().go('/identity/forgotten')
    ).submit('/forgotten', { email: 'nobody@example.org' });
    expect(unknown.body).toContain('ist ein Link unterwegs');
    clock.advance({ minutes: 31 });
    expect((await browser().go(link)).body).toContain('gilt nicht mehr');
    expect(mails()).toHaveLength(before);
  });

  it('speaks the language that is chosen, and remembers it', async () => {
    const page = await browser().go('/login');
    await page.go('?lang=ar');
    expect(page.body).toContain('<html lang="ar" dir="rtl">');
    await page.submit('/password', { email, password: 'wrong wrong wrong' });
    expect(page.body).toContain('dir="rtl"');
  });

  it('of somebody else cannot be gone on with in another browser', async () => {
    const page = await browser().go('/login');
    const other = await browser().look(page.url);
    expect(other.status).toBe(400);
  });

  it('a step is not taken with the proof of another sign-in', async () => {
    const one = await browser().go('/login');
    const page = await browser().go('/login');
    const { pathname } = new URL(page.url);
    await page.look(`${pathname}/done`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `proof=${new URL(one.url).pathname}`,
    });
    expect(page.status).toBe(400);
  });

  it('forms are taken below /identity only', async () => {
    const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' };
    expect((await platform.raw('POST', '/logout', form)).status).toBe(415);
  });

  it('ends by signing out, here and at the provider', async () => {
    const page = await (await browser().go('/login?to=/session')).submit('/demo', { person: 'petra' });
    const thief = page.copy();
    const { csrfToken } = sessionIn(page) as { csrfToken: string };
    expect(await page.json('POST', '/logout')).toMatchObject({ code: 'csrf' });
    const { to } = (await page.json('POST', '/logout', { 'x-csrf-token': csrfToken })) as { to: string };
    expect(await thief.json('GET', '/session')).toMatchObject({ signedIn: false });
    await page.go(to);
    expect(page.body).toContain('/identity/sign-out.js');
    await page.submit('/session/end/confirm', { logout: 'yes' });
    expect(page.url).toMatch(/localhost:\d+\/$/);
    expect((await page.go('/login')).body).toContain('Anmelden');
  });

  it('everywhere ends with one request', async () => {
    const demo = async () => (await browser().go('/login?to=/session')).submit('/demo', { person: 'petra' });
    const [here, there] = [await demo(), await demo()];
    const { csrfToken } = sessionIn(here) as { csrfToken: string };
    await here.json('POST', '/logout/everywhere', { 'x-csrf-token': csrfToken });
    expect(await there.json('GET', '/session')).toMatchObject({ signedIn: false });
  });

  it('leaves no address, password or name outside the mails', async () => {
    const identity = identityOf(embeddedIssuer, await accounts.subOf(email));
    await accounts.removeOf(identity);
    const leaks = filesHolding(platform.folder, [email, password, 'Karin Beispiel', 'nobody@example.org']);
    expect(leaks.filter(({ file }) => !file.startsWith('mail/'))).toEqual([]);
  });
});
