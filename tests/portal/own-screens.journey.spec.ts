import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

interface Items<Row> {
  readonly items: readonly Row[];
}

/** From now on, what somebody does to the page: each tap and each key. */
async function interactionsOn(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(`
    globalThis.made = [];
    for (const kind of ['click', 'keydown'])
      document.addEventListener(kind, ({ isTrusted }) => isTrusted && made.push(kind), true);
  `);
  return () => page.evaluate('made');
}

describe('a volunteer with a phone', () => {
  let portal: PortalUnderTest;
  let phone: BrowserContext;
  let page: Page;
  let mailed = '';

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    phone = await portal.visit({ locale: 'de', role: 'volunteer', phone: true });
    page = await phone.newPage();
    page.setDefaultTimeout(15_000);
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks at what it expects
  const mine = (path: string): Promise<any> => page.evaluate(async (each) => (await fetch(each)).json(), path);
  const findingsOn = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
  };

  it('comes to the own page after signing in, not to the choice of towns', async () => {
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Meine Seite' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/t/siegen/ich');
    const office = await page.goto('/t/siegen/buero');
    expect(office?.status()).toBe(200);
    await page.getByRole('heading', { name: 'Diese Seite ist nicht für Sie freigegeben' }).waitFor();
  }, 60_000);

  it('answers from the mail without an account; opening the page answers nothing', async () => {
    await page.goto('/t/siegen/ich');
    const { email } = await mine('/registration/siegen/me');
    mailed = portal.answerLinks(email)[0] ?? 'no mail';
    const stranger = await (await portal.visit({ locale: 'de', phone: true })).newPage();
    await stranger.goto(mailed);
    await stranger.getByRole('button', { name: 'Ja, ich übernehme das' }).waitFor();
    const { items } = (await mine('/matching/siegen/me/proposals')) as Items<{ id: string; status: string }>;
    expect(items.map(({ status }) => status)).toEqual(['open']);
    await stranger.getByRole('button', { name: 'Ja, ich übernehme das' }).click();
    await stranger.getByText('Danke, Sie haben zugesagt').waitFor();
    await stranger.reload();
    await stranger.getByText('Danke, Sie haben zugesagt').waitFor();
    expect(await stranger.getByRole('button', { name: 'Ja, ich übernehme das' }).count()).toBe(0);
    await stranger.goto(`${mailed}x`);
    await stranger.getByText('Dieser Link stimmt nicht').waitFor();
    await stranger.close();
    await page.reload();
    await page.getByText('Zugesagt, das Büro bestätigt noch').waitFor();
    await portal.do(`/matching/siegen/proposals/${items[0]?.id ?? ''}/confirm`);
  }, 60_000);

  it('logs a visit with two taps', async () => {
    await page.goto('/t/siegen/ich');
    // Two taps and nothing to type take nobody twenty seconds, whatever the machine does.
    const made = await interactionsOn(page);
    await page.getByRole('button', { name: /^Besuch eintragen/ }).click();
    await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await page.getByText('Eingetragen, danke!').waitFor();
    expect(await made()).toEqual(['click', 'click']);
    await page.getByText('Ein Besuch, zusammen 1 Std.').waitFor();
  }, 60_000);

  it('keeps a visit without a network and over a reload, and sends it once', async () => {
    const attempts: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') attempts.push(request.headers()['idempotency-key'] ?? 'none');
    });
    await page.getByRole('button', { name: /^Besuch eintragen/ }).click();
    await page.getByRole('button', { name: '30 Min.', exact: true }).click();
    // The platform has stored it, but the answer is lost on the way.
    await page.route('**/visits', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await page.getByText('Es hat noch nicht geklappt').waitFor();
    await page.reload();
    await page.unroute('**/visits');
    await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
    await page.getByText('Eingetragen, danke!').waitFor();
    await page.getByText('2 Besuche, zusammen 1 Std. 30 Min.').waitFor();
    expect(attempts.length).toBeGreaterThan(1);
    expect(new Set(attempts).size).toBe(1);
    expect(attempts).not.toContain('none');
  }, 60_000);

  it.each([
    ['de' as const, 'Besuch eintragen'],
    ['en' as const, 'Enter a visit'],
    ['ar' as const, 'تسجيل زيارة'],
  ])(
    'has nothing for axe to complain of while a visit is entered in %s',
    async (locale, label) => {
      const context = await portal.visit({ locale, role: 'volunteer', phone: true });
      const own = await context.newPage();
      await own.goto('/t/siegen/ich');
      await own.getByRole('button', { name: new RegExp(`^${label}`) }).click();
      expect(await findingsOn(own)).toEqual([]);
      expect(await own.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await context.close();
    },
    60_000,
  );

  it('pauses, by keyboard alone, and goes on', async () => {
    await page.goto('/t/siegen/ich');
    await page.getByRole('button', { name: 'Pause machen' }).press('Enter');
    await page.getByText('Neue Anfragen bekommen Sie erst danach').waitFor();
    await page.getByRole('button', { name: 'Pause beenden' }).press('Enter');
    await page.getByText('Das Büro darf Sie fragen').waitFor();
  }, 60_000);

  it('fetches the certificate', async () => {
    await page.goto('/t/siegen/ich/kurse');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /herunterladen/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  }, 60_000);

  it('changes the own address, asks for everything that is stored, and sees who saw it', async () => {
    await page.goto('/t/siegen/ich/daten');
    await page.getByLabel('Telefonnummer').fill('0271 5550099');
    await page.reload();
    await page.getByText('Ihr Entwurf ist wieder da').waitFor();
    await page.getByRole('button', { name: 'Änderungen speichern' }).click();
    await page.getByText('Ihre Daten sind gespeichert.').waitFor();
    expect(await mine('/registration/siegen/me')).toMatchObject({ phone: '0271 5550099' });
    await page.getByText('Zweck: tägliche Arbeit der Stelle').first().waitFor();
    await page.getByRole('button', { name: 'Auskunft anfordern' }).click();
    await page.getByRole('link', { name: 'Zum Lesen (PDF)' }).waitFor({ timeout: 30_000 });
    expect(await findingsOn(page)).toEqual([]);
  }, 60_000);

  it('ends the account, once asked twice', async () => {
    await page.goto('/t/siegen/ich/daten');
    await page.getByRole('button', { name: 'Konto beenden' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Konto beenden' }).click();
    await page.getByRole('button', { name: 'Menü' }).click();
    await page.getByRole('button', { name: 'Anmelden' }).waitFor();
    expect(await mine('/session')).toMatchObject({ signedIn: false });
  }, 60_000);
});
