import type { Page } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

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
    await row.getByText('eingeladen', { exact: true }).waitFor();
    await row.getByRole('button', { name: 'Zugang beenden' }).click();
    await dialog().getByRole('button', { name: 'Zugang beenden' }).click();
    await row.getByText('ausgeschieden').waitFor();
  }, 60_000);

  it('the last administrator cannot be dismissed, and is told why', async () => {
    const row = page.getByRole('row').filter({ hasText: 'Anke Weber' });
    await row.getByRole('button', { name: 'Zugang beenden' }).click();
    await dialog().getByRole('button', { name: 'Zugang beenden' }).click();
    await dialog().getByText('Das ist die letzte Verwaltung').waitFor();
    await dialog().getByRole('button', { name: 'Abbrechen' }).click();
    await row.getByText('aktiv', { exact: true }).waitFor();
  }, 60_000);

  it('an agreement ends only once that is meant', async () => {
    const town = page.getByRole('listitem').filter({ hasText: 'Kreuztal' });
    await town.getByRole('button', { name: 'Kurse teilen' }).click();
    await town.getByText('wartet auf die andere Seite').waitFor();
    await town.getByRole('button', { name: 'Vereinbarung beenden' }).click();
    await dialog().getByRole('button', { name: 'Vereinbarung beenden' }).click();
    await town.getByText('keine Vereinbarung').waitFor();
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
});
