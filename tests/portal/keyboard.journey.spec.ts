import { certify } from './certify.js';
import { KeyboardUser } from './keyboard.js';
import { PortalUnderTest } from './portal-under-test.js';

describe('with the keyboard alone', () => {
  let portal: PortalUnderTest;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  it('a coordinator signs in, accepts an interest, records a request, computes and confirms; the focus is always seen', async () => {
    const selam = { givenName: 'Selam', familyName: 'Tesfaye', phone: '0271 5550079' };
    const helps = { languages: ['am'], topics: ['housing'], availability: ['mon-morning'] };
    await portal.do('/registration/siegen/volunteers', { ...selam, ...helps });
    const page = await (await portal.visit({ locale: 'de' })).newPage();
    const keys = new KeyboardUser(page);

    await page.goto('/t/siegen/buero');
    await keys.arrive('Bitte melden Sie sich an');
    await keys.press('Anmelden');
    await page.getByRole('button', { name: 'Petra Koch' }).waitFor();
    await keys.press(/^Petra Koch/);
    await keys.arrive('Heute');

    await page.getByRole('link', { name: 'Selam Tesfaye' }).waitFor();
    await keys.press('Selam Tesfaye');
    await keys.arrive('Selam Tesfaye');
    await keys.press('Aufnehmen');
    await page.getByRole('dialog').waitFor();
    await keys.press('Aufnehmen');
    await page.getByText('Aufgenommen', { exact: true }).waitFor();

    await certify(portal, new URL(page.url()).pathname.split('/').at(-1) ?? '');

    await keys.press('Anfragen');
    await keys.arrive('Anfragen');
    await keys.press('Anfrage aufnehmen');
    await keys.arrive('Anfrage aufnehmen');
    await keys.tick('Wohnung');
    await keys.tick('Amharisch');
    await keys.type(/^Kürzel/, 'TASTE-1');
    await keys.press('Anfrage speichern');
    await keys.arrive('Anfrage TASTE-1');

    await keys.press('Zurück: Anfragen');
    await keys.arrive('Anfragen');
    await keys.press('Vorschläge rechnen');
    await page.getByText(/Anfragen geprüft/).waitFor();
    await keys.press(/^TASTE-1/);
    await keys.arrive('Anfrage TASTE-1');
    await keys.press('Zusage eintragen');
    await page.getByText('hat zugesagt').waitFor();
    await keys.press('Begleitung bestätigen');
    await page.getByRole('link', { name: 'Zur Begleitung' }).waitFor();
    await keys.press('Zur Begleitung');
    await keys.arrive('Begleitung durch Selam Tesfaye');
    expect([...keys.unseen]).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('an administrator invites somebody, changes their roles, and thinks twice with Escape', async () => {
    const page = await (await portal.visit({ locale: 'de', role: 'administrator' })).newPage();
    page.setDefaultTimeout(20_000);
    const keys = new KeyboardUser(page);
    const dialog = page.getByRole('dialog');
    const row = page.getByRole('row').filter({ hasText: 'Nadia Roth' });

    await page.goto('/t/siegen/buero');
    await keys.arrive('Heute');
    await keys.press('Verwaltung');
    await keys.arrive('Verwaltung');
    await keys.type('Vorname', 'Nadia');
    await keys.type('Nachname', 'Roth');
    await keys.type('E-Mail-Adresse', 'nadia.roth@example.org');
    await keys.tick('Schulung');
    await keys.press('Einladung senden');
    await row.getByText('Schulung', { exact: true }).waitFor();

    await keys.press('Rollen ändern: Nadia Roth');
    await dialog.waitFor();
    await keys.tick('Berichte');
    await keys.press('Rollen ändern');
    await row.getByText('Berichte').waitFor();

    await keys.press('Zugang beenden: Nadia Roth');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Zugang beenden: Nadia Roth');
    await row.getByText('eingeladen', { exact: true }).waitFor();
    expect([...keys.unseen]).toEqual([]);
  }, 120_000);

  it('somebody asks for help without an account', async () => {
    const page = await (await portal.visit({ locale: 'de' })).newPage();
    const keys = new KeyboardUser(page);
    await page.goto('/t/siegen');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await keys.press('Um Hilfe bitten');
    await keys.arrive('Um Hilfe bitten');
    await keys.type(/^Vorname/, 'Amal');
    await keys.type(/^Nachname/, 'Haddad');
    await keys.type(/^Telefonnummer/, '0271 5550061');
    await keys.tick('Schule');
    await keys.tick('Arabisch');
    await keys.press('Absenden');
    await page.getByText('Danke! Wir haben Ihre Nachricht bekommen.').waitFor();
    expect([...keys.unseen]).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('a trainer marks who was there and completes the course', async () => {
    const sessions = [{ title: 'Ankommen', heldOn: '2026-02-09', startsAt: '18:00', endsAt: '19:30' }];
    const plan = { code: 'TASTE-2', title: 'Lotsen mit Tasten', town: 'Siegen', sessions };
    const { id } = (await portal.do('/training/siegen/courses', plan)) as { id: string };
    const { items } = await portal.ask('/registration/siegen/volunteers?status=active&limit=1');
    await portal.do(`/training/siegen/courses/${id}/enrolments`, { volunteerId: items[0].id });

    const page = await (await portal.visit({ locale: 'de', role: 'trainer' })).newPage();
    const keys = new KeyboardUser(page);
    await page.goto(`/t/siegen/buero/kurse/${id}/anwesenheit/1`);
    await keys.press('Alle anwesend');
    await keys.press('Anwesenheit speichern');
    await page.getByText('Die Anwesenheit ist gespeichert.').waitFor();
    await keys.press('Zurück: Lotsen mit Tasten');
    await keys.arrive('Lotsen mit Tasten');
    await keys.press('Kurs abschließen');
    await page.getByRole('dialog').waitFor();
    await keys.press('Kurs abschließen');
    await page.getByRole('link', { name: 'Zertifikate drucken (PDF)' }).waitFor();
    expect([...keys.unseen]).toEqual([]);
    await page.context().close();
  }, 120_000);

  it('a volunteer says yes from the mail and logs a visit', async () => {
    const page = await (await portal.visit({ locale: 'de', role: 'volunteer' })).newPage();
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks at what it expects
    const mine = (path: string): Promise<any> => page.evaluate(async (each) => (await fetch(each)).json(), path);
    const keys = new KeyboardUser(page);
    await page.goto('/t/siegen/ich');
    const { email } = await mine('/registration/siegen/me');
    const { items } = await mine('/matching/siegen/me/proposals');
    await page.goto(portal.answerLinks(email)[0] ?? 'no mail');
    await keys.press('Ja, ich übernehme das');
    await page.getByText('Danke, Sie haben zugesagt').waitFor();
    await portal.do(`/matching/siegen/proposals/${items[0].id}/confirm`);

    await page.goto('/t/siegen/ich');
    await page.getByRole('button', { name: /^Besuch eintragen/ }).waitFor();
    await keys.press(/^Besuch eintragen/);
    await page.getByRole('button', { name: 'Eintragen', exact: true }).waitFor();
    await keys.press('Eintragen');
    await page.getByText('Eingetragen, danke!').waitFor();
    expect([...keys.unseen]).toEqual([]);
    await page.context().close();
  }, 120_000);
});
