import type { Page } from 'playwright-core';
import { KeyboardUser } from './keyboard.js';
import { PortalUnderTest } from './portal-under-test.js';

const list = (text: string) => ({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('a coordinator with the keyboard alone', () => {
  let portal: PortalUnderTest;
  let page: Page;
  let keys: KeyboardUser;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    page = await (await portal.visit({ locale: 'de', role: 'coordinator' })).newPage();
    page.setDefaultTimeout(20_000);
    keys = new KeyboardUser(page);
  }, 120_000);
  afterEach(() => expect([...keys.unseen]).toEqual([]));
  afterAll(() => portal[Symbol.asyncDispose]());

  it('plans a course from a curriculum, and thinks again about its meetings', async () => {
    const modules = [1, 2, 3].map((number) => ({ number, title: `Abend ${number}`, minutes: 90 }));
    await portal.do('/training/siegen/curricula', { title: 'Lotsen in drei Abenden', modules });
    await page.goto('/t/siegen/buero/kurse');
    await keys.arrive('Kurse');
    await keys.press('Kurs planen');
    await keys.arrive('Kurs planen');
    await keys.type('Ort', 'Siegen');
    await keys.type('Kurznummer', 'TASTE-3');
    await keys.press('Kurs anlegen');
    await page.getByRole('alert').waitFor();
    await keys.enterDay('Erster Termin', '2099-03-02');
    await keys.press('Wöchentliche Termine anlegen');
    await page.getByLabel('5. Thema').waitFor();
    await keys.press('Termin 5 entfernen');
    await page.getByLabel('5. Thema').waitFor({ state: 'detached' });
    await keys.keepsItsPlace();

    await keys.choose(/^Lehrplan/, 'Lotsen in drei Abenden');
    await keys.press('Wöchentliche Termine anlegen');
    await page.getByLabel('3. Thema').waitFor();
    expect(await page.getByRole('button', { name: 'Termin 3 entfernen' }).count()).toBe(0);
    await keys.press('Kurs anlegen');
    await keys.arrive('Lotsen in drei Abenden');
    await page.getByText('3. Abend 3').waitFor();
  }, 120_000);

  it('ends a placement and looks for somebody else for the same household', async () => {
    const { items } = await portal.ask('/matching/siegen/placements?status=running&limit=1');
    await page.goto(`/t/siegen/buero/begleitungen/${items[0].id}`);
    await keys.arrive(/^Begleitung durch/);
    await keys.press('Begleitung beenden');
    await page.getByRole('dialog').waitFor();
    await keys.to('Ziel erreicht');
    await page.keyboard.press('ArrowDown');
    await keys.press('Begleitung beenden');
    await keys.hear('Begleitung beenden');
    await page.getByText(/^Umzug, /).waitFor();
    await keys.keepsItsPlace();

    await keys.press('Jemand anderen suchen');
    await keys.arrive('Anfrage aufnehmen');
    await keys.press('Anfrage speichern');
    await keys.arrive(/^Anfrage/);
    await page.getByText('offen', { exact: true }).waitFor();
  }, 120_000);

  it('is told line by line why a list is not taken in, and sends it mended', async () => {
    await keys.press('Import');
    await keys.arrive('Import');
    await keys.press('Prüfen und übernehmen');
    expect(await page.locator(':focus').getAttribute('type')).toBe('file');
    const header = 'Vorname;Nachname;E-Mail;Telefon;PLZ;Ort;Sprachen;Themen;Interesse seit';
    const line = (postalCode: string) => `Ines;Demir;ines.demir@example.org;0271 5550012;${postalCode};Siegen;tr;Arzt;`;
    await keys.attach('CSV-Datei', list(`${header}\n${line('570')}11.11.2015\n${line('57072')}irgendwann\n`));
    await keys.press('Prüfen und übernehmen');
    await page.getByRole('alert').getByText('Die Datei hat 2 Fehler').waitFor();
    await page.getByRole('cell', { name: 'Interesse seit' }).waitFor();
    await keys.keepsItsPlace();
    await keys.attach('CSV-Datei', list(`${header}\n${line('57072')}11.11.2015\n`));
    await keys.press('Prüfen und übernehmen');
    await page.getByRole('status').getByText('Der Import ist fertig').waitFor();
    await keys.keepsItsPlace();
  }, 120_000);
});
