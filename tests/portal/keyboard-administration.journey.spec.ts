import type { Page } from 'playwright-core';
import { KeyboardUser } from './keyboard.js';
import { PortalUnderTest } from './portal-under-test.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('an administrator with the keyboard alone', () => {
  let portal: PortalUnderTest;
  let page: Page;
  let keys: KeyboardUser;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    page = await (await portal.visit({ locale: 'de', role: 'administrator' })).newPage();
    page.setDefaultTimeout(20_000);
    keys = new KeyboardUser(page);
  }, 120_000);
  afterEach(() => expect([...keys.unseen]).toEqual([]));
  afterAll(() => portal[Symbol.asyncDispose]());

  it('makes one record of two, and two again', async () => {
    const zala = { givenName: 'Zala', familyName: 'Kranjc', email: 'zala.kranjc@example.org' };
    await portal.do('/registration/siegen/volunteers', zala);
    await portal.do('/registration/siegen/volunteers', { ...zala, givenName: 'Z.' });
    await page.goto('/t/siegen/buero/freiwillige');
    await keys.arrive('Freiwillige');
    await keys.press('Doppelte');
    await keys.arrive('Doppelte Einträge');
    await page.getByRole('region').filter({ hasText: 'zala.kranjc@example.org' }).waitFor();
    const keep = page.getByRole('button', { name: /^Diesen Eintrag behalten: Zala Kranjc/ });
    await keys.confirm('Diesen Eintrag behalten', (await keep.getAttribute('aria-label'))?.split(': ')[1] ?? 'none');
    await page.getByText('Z. Kranjc gehört zu').waitFor();
    await keep.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Doppelte Einträge');

    await keys.confirm('Wieder trennen', 'Z. Kranjc');
    await keep.waitFor();
    await keys.keepsItsPlace();
  }, 120_000);

  it('changes what the town has set, and is taken to what is wrong', async () => {
    await keys.press('Einstellungen');
    await keys.arrive('Einstellungen');
    await page.getByLabel('Name', { exact: true }).waitFor();
    await keys.to('Name');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await keys.choose(/^Bundesland/, 'Nordrhein-Westfalen');
    await keys.press('Einstellungen speichern');
    await page.getByRole('alert').getByText('Ein Feld fehlt oder stimmt nicht').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('Stadt Siegen');
    await keys.press('Einstellungen speichern');
    await page.getByRole('status').getByText('Die Einstellungen sind gespeichert.').waitFor();
    await keys.keepsItsPlace();
    expect(await portal.ask('/registration/siegen/settings')).toMatchObject({
      name: 'Stadt Siegen',
      federalState: 'DE-NW',
    });
  }, 120_000);

  it('chooses a logo and removes it', async () => {
    await keys.attach('Bild', { name: 'logo.png', mimeType: 'image/png', buffer: png });
    await keys.press('Logo speichern');
    await page.getByRole('img', { name: /^Logo von/ }).waitFor();
    await keys.keepsItsPlace();
    await keys.confirm('Logo entfernen');
    await page.getByText('Noch kein Logo').waitFor();
    expect(await page.locator(':focus').innerText()).toBe('Logo');
  }, 120_000);

  it('opens an office and closes it', async () => {
    await keys.type('Name des Büros', 'Büro Mitte');
    await keys.type(/^Postleitzahl/, '57072');
    await keys.press('Büro hinzufügen');
    await page.getByRole('button', { name: 'Büro schließen: Büro Mitte' }).waitFor();
    await keys.keepsItsPlace();
    await keys.confirm('Büro schließen', 'Büro Mitte');
    await page.getByText('geschlossen am').waitFor();
    await keys.keepsItsPlace();
  }, 120_000);

  it('lets a county read, which does so with the keyboard too, and no longer', async () => {
    await keys.press('Verwaltung');
    await keys.arrive('Verwaltung');
    await keys.press('Einsicht geben');
    await page.getByRole('dialog').waitFor();
    await keys.type('Wofür?', 'Sozialbericht');
    await keys.tick('genaue Zahlen');
    await keys.enterDay('Bis zu welchem Tag?', '2099-12-31');
    await keys.press('Einsicht geben');
    await keys.hear('Einsicht geben');

    const analyst = await (await portal.visit({ locale: 'de', role: 'county-analyst' })).newPage();
    analyst.setDefaultTimeout(20_000);
    const county = new KeyboardUser(analyst);
    await analyst.goto('/t/siegen-wittgenstein');
    await analyst.getByRole('link', { name: 'Einsicht', exact: true }).waitFor();
    await county.press('Einsicht');
    await county.arrive('Einsicht in Kommunen');
    await analyst.getByText('Sozialbericht').waitFor();
    await county.press(/Siegen ansehen$/);
    await county.arrive(/^Einsicht: .*Siegen$/);
    await analyst.getByRole('link', { name: 'CSV herunterladen' }).waitFor();
    await county.to('CSV herunterladen');

    await page.getByRole('button', { name: /^Einsicht entziehen/ }).waitFor();
    await keys.confirm('Einsicht entziehen', 'Kreis Siegen-Wittgenstein, Sozialbericht');
    await keys.keepsItsPlace();
    await analyst.getByRole('alert').getByText('Hier gibt es keine Einsicht').waitFor();
    await county.keepsItsPlace();
    expect([...county.unseen]).toEqual([]);
    await analyst.context().close();
  }, 120_000);

  it('restricts and keeps somebody’s data, and orders that it be forgotten', async () => {
    await keys.press('Datenschutz');
    await keys.arrive('Datenschutz');
    await keys.type('Name oder E-Mail-Adresse', 'Zala Kranjc');
    await page.getByRole('link', { name: /^Zala Kranjc/ }).waitFor();
    await keys.press(/^Zala Kranjc/);
    await keys.arrive('Datenschutz: Zala Kranjc');
    await page.getByText('Die Daten dieser Person dürfen genutzt werden.').waitFor();

    await keys.confirm('Verarbeitung einschränken');
    await page.getByText('Die Person sagt, dass etwas nicht stimmt').waitFor();
    await keys.keepsItsPlace();
    await keys.confirm('Einschränkung aufheben');
    await page.getByText('Die Daten dieser Person dürfen genutzt werden.').waitFor();
    await keys.keepsItsPlace();

    await keys.press('Löschsperre setzen');
    await page.getByRole('dialog').waitFor();
    await keys.press('Löschsperre setzen');
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await keys.press('Abbrechen');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').innerText()).toBe('Löschsperre setzen');
    await keys.press('Löschsperre setzen');
    await page.getByRole('dialog').waitFor();
    await keys.enterDay('Bis zu welchem Tag?', '2099-12-31');
    await keys.press('Löschsperre setzen');
    await keys.hear('Löschsperre setzen');
    await keys.confirm('Aufheben', 'Eine Begleitung läuft');
    await page.getByText('Nichts verlangt, dass die Daten bleiben.').waitFor();
    await keys.keepsItsPlace();

    await keys.confirm('Löschung beantragen');
    const code = new URL(page.url()).pathname.slice(-8);
    await page.getByRole('button', { name: `Löschung anordnen: ${code}` }).waitFor();
    await keys.keepsItsPlace();
    await keys.press(`Löschung anordnen: ${code}`);
    await page.getByRole('dialog').waitFor();
    await keys.type(/^Geben Sie zur Sicherheit/, code);
    await keys.press('Löschung anordnen');
    await keys.hear(`Löschung anordnen: ${code}`);
    await page.getByText(/^(angeordnet|vollzogen)$/).waitFor();
    await keys.keepsItsPlace();
  }, 120_000);
});
