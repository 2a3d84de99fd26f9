import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

// All of these run in the page. What one service says the others hear in their own time.
const whoIsThere = `fetch('/session').then((answer) => answer.json())`;
const later = `new Promise((go) => setTimeout(go, 500))`;
const untilSignedOut = `(async () => { while ((await ${whoIsThere}).signedIn) await ${later}; })()`;

/** What a program with this token is answered, once the token is known. */
function statusWith(token: string, path: string): string {
  const asked = JSON.stringify({ headers: { authorization: `Bearer ${token}` }, credentials: 'omit' });
  const status = `(await fetch('${path}', ${asked})).status`;
  return `(async () => { for (;;) { const status = ${status}; if (status !== 401) return status; await ${later}; } })()`;
}

describe('administering a town', () => {
  let portal: PortalUnderTest;
  let page: Page;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    page = await (await portal.visit({ locale: 'de', role: 'administrator' })).newPage();
    page.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  const dialog = () => page.getByRole('dialog');
  const complaints = async () => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;

  it('somebody is invited, gets another role, and their access ends once that is meant', async () => {
    await page.goto('/t/siegen/buero/verwaltung');
    await page.getByLabel('Vorname').fill('Ines');
    await page.getByLabel('Nachname').fill('Demir');
    await page.getByLabel('E-Mail-Adresse').fill('ines.demir@example.org');
    await page.getByLabel('Schulung').check();
    await page.getByRole('button', { name: 'Einladung senden' }).click();
    await page.getByText('Die Einladung ist unterwegs').waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Ines Demir' });
    await row.getByText('eingeladen', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Rollen ändern' }).click();
    await dialog().getByLabel('Schulung').uncheck();
    await dialog().getByRole('button', { name: 'Rollen ändern' }).click();
    await dialog().getByText('Bitte wählen Sie mindestens eines aus.').waitFor();
    await dialog().getByLabel('Berichte').check();
    await dialog().getByRole('button', { name: 'Rollen ändern' }).click();
    await row.getByText('Berichte').waitFor();
    await row.getByRole('button', { name: 'Zugang beenden' }).click();
    await dialog().getByRole('button', { name: 'Abbrechen' }).click();
    await dialog().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Zugang beenden: Ines Demir');
    await row.getByText('eingeladen', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Zugang beenden' }).click();
    await dialog().getByRole('button', { name: 'Zugang beenden' }).click();
    await row.getByText('ausgeschieden').waitFor();
  }, 60_000);

  it('the last administrator cannot be dismissed, and is told why', async () => {
    await page.goto('/t/siegen/buero/verwaltung');
    const row = page.getByRole('row').filter({ hasText: 'Anke Weber' });
    await row.getByRole('button', { name: 'Zugang beenden' }).click();
    await dialog().getByRole('button', { name: 'Zugang beenden' }).click();
    await dialog().getByText('Das ist die letzte Verwaltung').waitFor();
    await dialog().getByRole('button', { name: 'Abbrechen' }).click();
    await row.getByText('aktiv', { exact: true }).waitFor();
  }, 60_000);

  it('a lost second factor is taken away, and with it every session; nobody is offered it for themselves', async () => {
    const petra = await (await portal.visit({ locale: 'de', role: 'coordinator' })).newPage();
    await petra.goto('/barrierefreiheit');
    expect(await petra.evaluate(whoIsThere)).toMatchObject({ signedIn: true });
    await page.goto('/t/siegen/buero/verwaltung');
    const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });
    const reset = rowOf('Petra Koch').getByRole('button', { name: 'Zweiten Faktor zurücksetzen' });
    await reset.click();
    await dialog().getByText('Die Person bekommt eine E-Mail darüber').waitFor();
    await page.route('**/second-factor/reset', (route) =>
      route.fulfill({ status: 409, json: { code: 'signs-in-elsewhere', title: 'elsewhere' } }),
    );
    await dialog().getByRole('button', { name: 'Zweiten Faktor zurücksetzen' }).click();
    await dialog().getByText('Die Anmeldung läuft über einen anderen Dienst').waitFor();
    await page.unroute('**/second-factor/reset');
    await dialog().getByRole('button', { name: 'Zweiten Faktor zurücksetzen' }).click();
    await dialog().waitFor({ state: 'detached' });
    await petra.evaluate(untilSignedOut);
    expect(await rowOf('Anke Weber').getByRole('button', { name: 'Rollen ändern' }).count()).toBe(1);
    expect(await rowOf('Anke Weber').getByRole('button', { name: 'Zweiten Faktor zurücksetzen' }).count()).toBe(0);
    await petra.context().close();
  }, 60_000);

  it('an agreement ends only once that is meant', async () => {
    await page.goto('/t/siegen/buero/verwaltung');
    const town = page.getByRole('listitem').filter({ hasText: 'Kreuztal' });
    await town.getByRole('button', { name: 'Kurse teilen' }).click();
    await town.getByText('wartet auf die andere Seite').waitFor();
    await town.getByRole('button', { name: 'Vereinbarung beenden' }).click();
    await dialog().getByRole('button', { name: 'Vereinbarung beenden' }).click();
    await town.getByText('keine Vereinbarung').waitFor();
  }, 60_000);

  it('a program is locked out only once that is meant', async () => {
    const { id } = (await portal.do('/registration/siegen/tokens', { role: 'analyst' })) as { id: string };
    await page.goto('/t/siegen/buero/verwaltung');
    await page.getByText('Kein Kreis hat Einsicht.').waitFor();
    const token = page.getByRole('listitem').filter({ hasText: id.slice(-8) });
    await token.getByText('noch nie benutzt').waitFor();
    await token.getByRole('button', { name: 'Zugang sperren' }).click();
    await dialog().getByRole('button', { name: 'Zugang sperren' }).click();
    await token.getByText('entzogen am').waitFor();
    expect(await token.getByRole('button').count()).toBe(0);
  }, 60_000);

  it('a program is let in; its key is shown once, opens what was meant, and the list says who made it', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.url });
    await page.goto('/t/siegen/buero/verwaltung');
    await page.getByRole('button', { name: 'Zugang anlegen' }).click();
    await dialog().getByLabel('Mit welcher Rolle?').selectOption({ label: 'Koordination' });
    await dialog().getByLabel('Kurse', { exact: true }).check();
    await dialog().getByLabel('Bis zu welchem Tag?').fill('2015-01-01');
    await dialog().getByRole('button', { name: 'Zugang anlegen' }).click();
    await dialog().getByText('Der Tag liegt in der Vergangenheit.').waitFor();
    expect(await complaints()).toEqual([]);
    await dialog().getByLabel('Bis zu welchem Tag?').fill('');
    await dialog().getByRole('button', { name: 'Zugang anlegen' }).click();
    await page.getByText('Er wird nicht noch einmal gezeigt.').waitFor();
    const token = await page.getByLabel('Schlüssel', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Schlüssel kopieren' }).click();
    await page.getByText('Der Schlüssel ist kopiert.').waitFor();
    expect(await complaints()).toEqual([]);
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(token);
    expect(await page.evaluate(statusWith(token, '/training/siegen/courses'))).toBe(200);
    expect(await page.evaluate(statusWith(token, '/matching/siegen/requests'))).toBe(403);
    const made = page.getByRole('listitem').filter({ hasText: 'angelegt von Anke Weber' });
    await made.getByText('nur lesen · Kurse').waitFor();
    await page.reload();
    await made.waitFor();
    expect(await page.getByText(token).count()).toBe(0);
    expect(await page.getByLabel('Schlüssel', { exact: true }).count()).toBe(0);
  }, 60_000);

  it('two who change settings at once see what the other one saved', async () => {
    const other = await (await portal.visit({ locale: 'de', role: 'administrator' })).newPage();
    // Nobody tells this one what happens meanwhile.
    await other.route('**/changes', (route) => route.abort());
    for (const each of [page, other]) await each.goto('/t/siegen/buero/einstellungen');
    await other.getByLabel('Name', { exact: true }).fill('Stadt Siegen-Mitte');
    await page.getByLabel('Name', { exact: true }).fill('Universitätsstadt Siegen');
    await page.getByLabel('Bundesland').selectOption({ label: 'Nordrhein-Westfalen' });
    await page.getByRole('button', { name: 'Einstellungen speichern' }).click();
    await page.getByText('Die Einstellungen sind gespeichert.').waitFor();
    await other.getByRole('button', { name: 'Einstellungen speichern' }).click();
    await other.getByText('Jemand anderes war schneller').waitFor();
    await other.getByText('Jemand anderes hat inzwischen gespeichert').waitFor();
    await other.getByText('Universitätsstadt Siegen', { exact: true }).first().waitFor();
    expect(await other.getByLabel('Name', { exact: true }).inputValue()).toBe('Stadt Siegen-Mitte');
    await other.getByRole('button', { name: 'Einstellungen speichern' }).click();
    await other.getByText('Die Einstellungen sind gespeichert.').waitFor();
    expect(await portal.ask('/registration/siegen/settings')).toMatchObject({
      name: 'Stadt Siegen-Mitte',
      federalState: 'DE-NW',
    });
    await other.context().close();
  }, 60_000);

  it('a logo stands on every page and print, for everybody, until it is removed', async () => {
    await page.goto('/t/siegen/buero/einstellungen');
    const picture = page.getByLabel('Bild', { exact: true });
    const disguised = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg><script/></svg>') };
    await picture.setInputFiles(disguised);
    await page.getByRole('button', { name: 'Logo speichern' }).click();
    await page.getByText('Etwas stimmt noch nicht').waitFor();
    await picture.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('button', { name: 'Logo speichern' }).click();
    await page.getByRole('img', { name: /^Logo von/ }).waitFor();
    const visitor = await (await portal.visit({ locale: 'ar' })).newPage();
    await visitor.goto('/t/siegen');
    const logo = visitor.locator('.header .brand__sign');
    await visitor.locator('.header .brand__sign[src*="/logo/"]').waitFor();
    expect(await logo.evaluate((image: { naturalWidth: number }) => image.naturalWidth)).toBe(1);
    await visitor.emulateMedia({ media: 'print' });
    await visitor.locator('.printed-brand').waitFor();
    expect(await visitor.locator('.header').isVisible()).toBe(false);
    await visitor.context().close();
    await page.getByRole('button', { name: 'Logo entfernen' }).click();
    await dialog().getByRole('button', { name: 'Logo entfernen' }).click();
    await page.getByText('Noch kein Logo').waitFor();
    await page.locator('.header .brand__sign[src="/favicon.svg"]').waitFor();
  }, 60_000);

  it('an office is opened and closed', async () => {
    await page.goto('/t/siegen/buero/einstellungen');
    await page.getByLabel('Name des Büros').fill('Büro Mitte');
    await page.getByLabel('Postleitzahl').fill('57072');
    await page.getByRole('button', { name: 'Büro hinzufügen' }).click();
    const office = page.getByRole('listitem').filter({ hasText: 'Büro Mitte' });
    await office.getByRole('button', { name: 'Büro schließen' }).click();
    await dialog().getByRole('button', { name: 'Büro schließen' }).click();
    await office.getByText('geschlossen am').waitFor();
  }, 60_000);

  it('two records of one person become one, and two again', async () => {
    const zala = { givenName: 'Zala', familyName: 'Kranjc', email: 'zala.kranjc@example.org' };
    const first = (await portal.do('/registration/siegen/volunteers', zala)) as { id: string };
    await portal.do('/registration/siegen/volunteers', { ...zala, givenName: 'Z.' });
    await page.goto('/t/siegen/buero/doppelte');
    const group = page.getByRole('region').filter({ hasText: 'zala.kranjc@example.org' });
    const row = group.getByRole('row').filter({ hasText: 'Zala Kranjc' });
    await row.getByRole('button', { name: 'Diesen Eintrag behalten' }).click();
    await dialog().getByRole('button', { name: 'Diesen Eintrag behalten' }).click();
    const merged = page.getByRole('listitem').filter({ hasText: 'Z. Kranjc gehört zu' });
    await merged.getByRole('link', { name: 'Zala Kranjc' }).waitFor();
    expect(await portal.ask(`/registration/siegen/volunteers/${first.id}`)).toMatchObject({
      duplicates: [expect.any(String)],
    });
    await merged.getByRole('button', { name: 'Wieder trennen' }).click();
    await dialog().getByRole('button', { name: 'Wieder trennen' }).click();
    await group.first().waitFor();
  }, 60_000);

  it('somebody’s data is restricted, kept, and used again', async () => {
    await page.goto('/t/siegen/buero/datenschutz');
    await page.getByLabel('Name oder E-Mail-Adresse').fill('Zala Kranjc');
    await page.getByRole('link', { name: /^Zala Kranjc/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Datenschutz: Zala Kranjc' }).waitFor();
    const answer = async (name: string) => {
      await page.getByRole('button', { name }).click();
      await dialog().getByRole('button', { name }).click();
    };
    await answer('Verarbeitung einschränken');
    await page.getByText('Die Person sagt, dass etwas nicht stimmt').waitFor();
    await answer('Einschränkung aufheben');
    await page.getByText('Die Daten dieser Person dürfen genutzt werden.').waitFor();
    await answer('Löschsperre setzen');
    await dialog().getByText('Bitte füllen Sie dieses Feld aus.').waitFor();
    await dialog().getByLabel('Die Förderung wird geprüft').check();
    await dialog().getByLabel('Bis zu welchem Tag?').fill('2099-12-31');
    await dialog().getByRole('button', { name: 'Löschsperre setzen' }).click();
    await page.getByText(/^Die Förderung wird geprüft · bis/).waitFor();
    await answer('Löschung beantragen');
    await page.getByText('beantragt', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Löschung anordnen' }).click();
    await dialog().getByRole('textbox').fill(new URL(page.url()).pathname.slice(-8));
    await dialog().getByRole('button', { name: 'Löschung anordnen' }).click();
    await dialog().getByText('Die Daten müssen noch bleiben').waitFor();
    await dialog().getByRole('button', { name: 'Abbrechen' }).click();
    await answer('Aufheben');
    await page.getByText('Nichts verlangt, dass die Daten bleiben.').waitFor();
  }, 90_000);

  it('a household is found by name, too', async () => {
    const household = { givenName: 'Ardita', familyName: 'Berisha', householdSize: 3, languages: ['sq'] };
    await portal.do('/registration/siegen/newcomers', household);
    await page.goto('/t/siegen/buero/datenschutz');
    await page.getByLabel('Name oder E-Mail-Adresse').fill('beris');
    await page.getByRole('link', { name: /^Ardita Berisha/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Datenschutz: Ardita Berisha' }).waitFor();
  }, 60_000);

  it('somebody is forgotten only by whoever types whom they mean', async () => {
    const { items } = (await portal.ask('/registration/siegen/volunteers')) as { items: { id: string }[] };
    const id = items[0]?.id ?? '';
    await portal.do('/registration/siegen/erasures', { subjectId: id, kind: 'volunteer', ground: 'consent-withdrawn' });
    await page.goto('/t/siegen/buero/datenschutz');
    const row = page.getByRole('row').filter({ hasText: id.slice(-8) });
    await row.getByRole('button', { name: 'Löschung anordnen' }).click();
    await dialog().getByRole('button', { name: 'Löschung anordnen' }).click();
    await dialog()
      .getByText(`Bitte geben Sie genau ${id.slice(-8)} ein.`)
      .waitFor();
    await dialog().getByRole('textbox').fill(id.slice(-8));
    await dialog().getByRole('button', { name: 'Löschung anordnen' }).click();
    await row.getByText(/^(angeordnet|vollzogen)$/).waitFor();
  }, 60_000);

  it('of everybody whose data is restricted the list goes on behind the first page', async () => {
    const household = { familyName: 'Holm', householdSize: 1, languages: ['da'] };
    for (let n = 0; n < 101; n++) {
      const { id: subjectId } = await portal.do('/registration/siegen/newcomers', { ...household, givenName: `N${n}` });
      await portal.do('/registration/siegen/restrictions', { subjectId, ground: 'claims' });
    }
    await page.goto('/t/siegen/buero/datenschutz');
    const panel = page.getByRole('region', { name: 'Einschränkung der Verarbeitung' });
    await panel.getByText('Die ersten 100 Einträge; es gibt mehr.').waitFor();
    await panel.getByRole('button', { name: 'Weitere anzeigen' }).click();
    await panel.getByText('101 Einträge').waitFor();
    expect(await panel.getByRole('listitem').count()).toBe(101);
  }, 180_000);
});
