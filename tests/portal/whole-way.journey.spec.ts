import type { Page } from 'playwright-core';
import { PortalUnderTest, type Visitor } from './portal-under-test.js';

// Nobody else in the example speaks Amharic, so that it is known who will be proposed.
const amharicIn = (locale: string) => new Intl.DisplayNames(locale, { type: 'language' }).of('am') ?? '';
const today = new Date().toLocaleDateString('sv');

describe('from an interest in Arabic to a line in the report', () => {
  let portal: PortalUnderTest;
  let office: Page;
  let course = '';
  let board = '';
  let visitsBefore = 0;

  const open = async (visitor: Visitor, path: string) => {
    const page = await (await portal.visit(visitor)).newPage();
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const reportedVisits = async () => {
    const { visits } = (await portal.ask(`/reporting/siegen/reports/integration?asOf=${today}`)) as {
      visits: { logged: number };
    };
    return visits.logged;
  };

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    office = await open({ locale: 'de', role: 'coordinator' }, '/t/siegen/buero');
    visitsBefore = await reportedVisits();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  it('somebody offers help in Arabic, on a phone', async () => {
    const form = await open({ locale: 'ar', phone: true }, '/t/siegen/mithelfen');
    await form.getByLabel('الاسم الأول').fill('Selam');
    await form.getByLabel('اسم العائلة').fill('Tesfaye');
    await form.getByLabel('البريد الإلكتروني').fill('selam.tesfaye@example.org');
    await form.getByLabel(amharicIn('ar'), { exact: true }).check();
    await form.getByLabel('السكن', { exact: true }).check();
    await form.locator('table.week input').first().check();
    await form.getByRole('button', { name: 'إرسال' }).click();
    await form.getByText('شكرًا! وصلتنا رسالتك.').waitFor();
    await form.context().close();
  }, 30_000);

  it('the office accepts', async () => {
    await office.goto('/t/siegen/buero');
    await office.getByRole('link', { name: 'Selam Tesfaye' }).click();
    await office.getByRole('button', { name: 'Aufnehmen' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Aufnehmen' }).click();
    await office.getByText('Aufgenommen', { exact: true }).waitFor();
  }, 30_000);

  it('a course is planned, and they get a seat', async () => {
    await office.goto('/t/siegen/buero/kurse/neu');
    await office.getByLabel('Titel').fill('Lotsen im Alltag');
    await office.getByLabel('Ort', { exact: true }).fill('Siegen');
    await office.getByLabel('Kurznummer').fill('SI-WEG-1');
    await office.getByLabel('Erster Termin').fill(today);
    await office.getByLabel('Anzahl der Termine').fill('1');
    await office.getByRole('button', { name: 'Wöchentliche Termine anlegen' }).click();
    await office.getByLabel('1. Thema').fill('Ankommen');
    await office.getByRole('button', { name: 'Kurs anlegen' }).click();
    await office.getByRole('heading', { level: 1, name: 'Lotsen im Alltag' }).waitFor();
    course = new URL(office.url()).pathname;
    await office.getByLabel('Jemanden hinzufügen').fill('Tesfaye');
    await office.getByRole('button', { name: 'Selam Tesfaye hinzufügen' }).click();
    await office.getByText('Selam Tesfaye hat einen Platz.').waitFor();
  }, 30_000);

  it('a trainer marks who was there, completes the course and prints the certificate', async () => {
    const trainer = await open({ locale: 'de', role: 'trainer' }, `${course}/anwesenheit/1`);
    await trainer.getByRole('button', { name: 'Alle anwesend' }).click();
    await trainer.getByRole('button', { name: 'Anwesenheit speichern' }).click();
    await trainer.getByText('Die Anwesenheit ist gespeichert.').waitFor();
    await trainer.getByRole('link', { name: 'Zurück: Lotsen im Alltag' }).click();
    await trainer.getByRole('button', { name: 'Kurs abschließen' }).click();
    await trainer.getByRole('dialog').getByRole('button', { name: 'Kurs abschließen' }).click();
    const print = trainer.getByRole('link', { name: 'Zertifikate drucken (PDF)' });
    const file = await trainer.context().request.get((await print.getAttribute('href')) ?? '');
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await trainer.context().close();
  }, 30_000);

  it('the office records a request and computes who fits', async () => {
    await office.goto('/t/siegen/buero/anfragen/neu');
    await office.getByLabel('Wohnung', { exact: true }).check();
    await office.getByLabel(amharicIn('de'), { exact: true }).check();
    await office.getByLabel('Kürzel').fill('WEG-1');
    await office.getByRole('button', { name: 'Anfrage speichern' }).click();
    await office.getByRole('heading', { level: 1, name: 'Anfrage WEG-1' }).waitFor();
    board = new URL(office.url()).pathname;
    await office.getByRole('link', { name: 'Zurück: Anfragen' }).click();
    await office.getByRole('button', { name: 'Vorschläge rechnen' }).click();
    await office.getByText(/Anfragen geprüft/).waitFor();
    await office.goto(board);
    const current = office.locator('.candidate--current');
    await current.getByRole('link', { name: 'Selam Tesfaye' }).waitFor();
    await current.getByText(`Gemeinsame Sprache: ${amharicIn('de')}`).waitFor();
  }, 45_000);

  it('on a phone the answer is entered, the placement begins and a visit is logged', async () => {
    const phone = await open({ locale: 'de', role: 'coordinator', phone: true }, board);
    await phone.getByRole('button', { name: 'Zusage eintragen' }).click();
    await phone.getByRole('button', { name: 'Begleitung bestätigen' }).click();
    await phone.getByRole('link', { name: 'Zur Begleitung' }).click();
    await phone.getByRole('heading', { level: 1, name: 'Begleitung durch Selam Tesfaye' }).waitFor();
    await phone.getByLabel('Dauer in Minuten').fill('50');
    await phone.getByRole('button', { name: 'Besuch eintragen' }).click();
    await phone.getByText('Der Besuch ist eingetragen.').waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    await phone.context().close();
  }, 30_000);

  it('the report counts the visit', async () => {
    for (let tries = 100; (await reportedVisits()) === visitsBefore && tries > 0; tries--)
      await office.waitForTimeout(100);
    expect(await reportedVisits()).toBe(visitsBefore + 1);
    const analyst = await open({ locale: 'de', role: 'analyst' }, '/t/siegen/bericht');
    const visits = analyst
      .getByRole('row')
      .filter({ hasText: /^Besuche/ })
      .first();
    await visits.getByText(new Intl.NumberFormat('de-DE').format(visitsBefore + 1)).waitFor();
  }, 30_000);
});
