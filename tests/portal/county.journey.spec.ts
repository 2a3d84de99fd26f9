import { AxeBuilder } from '@axe-core/playwright';
import type { APIResponse, Page } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

const county = 'siegen-wittgenstein';
const ofSiegen = `/t/${county}/einsicht/siegen`;

// These run in the page, as whoever is signed in there.
const statusOf = (path: string) => `fetch('${path}').then(({ status }) => status)`;
const untilRefused = (path: string) =>
  `(async () => { while ((await ${statusOf(path)}) !== 404) await new Promise((go) => setTimeout(go, 200)); })()`;
/** Every reading of the report gets the answer of the one before, as if reporting heard of each grant later than all others. */
async function readLate(page: Page): Promise<void> {
  let before: Promise<APIResponse> | undefined;
  await page.route(/\/reports\/integration(\?|$)/, async (route) => {
    const late = before;
    before = route.fetch();
    await before;
    await route.fulfill(late ? { response: await late } : { status: 404 });
  });
}

describe('a county that reads in a town', () => {
  let portal: PortalUnderTest;
  let town: Page;
  let analyst: Page;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    town = await (await portal.visit({ locale: 'de', role: 'administrator' })).newPage();
    analyst = await (await portal.visit({ locale: 'de', role: 'county-analyst' })).newPage();
    for (const page of [town, analyst]) page.setDefaultTimeout(30_000);
    await readLate(analyst);
    await town.goto('/t/siegen/buero/verwaltung');
    await town.getByText('Kein Kreis hat Einsicht.').waitFor();
  }, 120_000);
  afterAll(async () => {
    await analyst.unrouteAll({ behavior: 'ignoreErrors' });
    await portal[Symbol.asyncDispose]();
  });

  const figures = () => analyst.locator('.report-groups').getByRole('cell');
  const certified = () => figures().filter({ hasText: /^19$/ }).first().waitFor();
  const nothingHidden = () =>
    analyst
      .locator('.report-groups')
      .filter({ has: analyst.getByRole('cell', { name: '19', exact: true }), hasNotText: 'unterdrückt' })
      .waitFor();
  const hidden = () => figures().filter({ hasText: 'unterdrückt' });

  const complaintsOn = async (page: Page) => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
  };
  const grant = async (purpose: string, fields: readonly string[]) => {
    const dialog = town.getByRole('dialog');
    await town.getByRole('button', { name: 'Einsicht geben' }).click();
    await dialog.getByRole('button', { name: 'Einsicht geben' }).click();
    await dialog.getByText('Bitte füllen Sie dieses Feld aus.').first().waitFor();
    await dialog.getByLabel('Wofür?').fill(purpose);
    for (const field of fields) await dialog.getByLabel(field, { exact: true }).check();
    await dialog.getByLabel('Bis zu welchem Tag?').fill('2099-12-31');
    await dialog.getByRole('button', { name: 'Einsicht geben' }).click();
    await town.getByText(`Kreis Siegen-Wittgenstein: ${purpose}`).waitFor();
  };
  const revoke = async (purpose: string) => {
    const label = 'Einsicht entziehen';
    await town.getByRole('button', { name: `${label}: Kreis Siegen-Wittgenstein, ${purpose}` }).click();
    await town.getByRole('dialog').getByRole('button', { name: label }).click();
    await town.getByText('entzogen am').first().waitFor();
  };

  it('sees which towns let it read, and nothing of the others', async () => {
    await analyst.goto(`/t/${county}`);
    await analyst.getByRole('link', { name: 'Einsicht', exact: true }).click();
    await analyst.getByRole('heading', { name: 'Stadt Kreuztal' }).waitFor();
    await analyst.getByText('Integrationsbericht des Kreises').waitFor();
    expect(await analyst.getByRole('heading', { name: 'Universitätsstadt Siegen' }).count()).toBe(0);
    await analyst.goto(ofSiegen);
    await analyst.getByText('Hier gibt es keine Einsicht').waitFor();
  }, 120_000);

  it('is let in by the town, and sees figures with the small ones hidden', async () => {
    await grant('Sozialbericht', []);
    await analyst.getByText('Sozialbericht').waitFor();
    await certified();
    await hidden().first().waitFor();
  }, 120_000);

  it('sees the exact figures once they are opened, and neither events nor people', async () => {
    await grant('Förderantrag', ['genaue Zahlen', 'Kurse', 'was fehlt']);
    await analyst.getByText('Förderantrag').waitFor();
    await nothingHidden();
    await analyst.getByRole('button', { name: 'Mit einem anderen Tag vergleichen' }).click();
    await analyst.getByText('Einzelne Ereignisse zeigt der Bericht nur der Stelle selbst.').waitFor();
    for (const path of [
      '/reporting/siegen/reports/integration/difference?from=2015-01-01&to=2015-12-31',
      '/registration/siegen/volunteers',
      '/matching/siegen/requests',
      '/training/siegen/courses',
    ])
      expect([path, await analyst.evaluate(statusOf(path))]).toEqual([path, 404]);
  }, 120_000);

  it('whoever coordinates the county sees courses and what is missing, and no names', async () => {
    await portal.alsoCoordinates(county);
    const page = await (await portal.visit({ locale: 'de', role: 'coordinator' })).newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(ofSiegen);
    await page.getByRole('cell', { name: /SI-2015-1/ }).waitFor();
    await page.getByRole('heading', { name: 'Was am meisten fehlt' }).waitFor();
    await page.locator('.report-groups').waitFor();
    expect(await page.getByRole('main').getByRole('link').allInnerTexts()).toEqual([
      'Zurück: Einsicht in Kommunen',
      'CSV herunterladen',
    ]);
    expect(await complaintsOn(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  it.each(['en', 'ar'] as const)(
    'shows all that is opened with nothing for axe to complain of in %s',
    async (locale) => {
      const context = await portal.visit({ locale, role: 'coordinator' });
      const page = await context.newPage();
      await page.goto(ofSiegen);
      await page.getByRole('cell', { name: /SI-2015-1/ }).waitFor({ timeout: 30_000 });
      await page.locator('.report-groups').waitFor({ timeout: 30_000 });
      expect(await complaintsOn(page)).toEqual([]);
      await context.close();
    },
    120_000,
  );

  it('is told within moments that it may no longer, and the figures are gone', async () => {
    await revoke('Förderantrag');
    await analyst.getByText('Förderantrag').waitFor({ state: 'detached' });
    await hidden().first().waitFor();
    await revoke('Sozialbericht');
    await analyst.getByRole('alert').getByText('Hier gibt es keine Einsicht').waitFor();
    expect(await figures().count()).toBe(0);
    await analyst.evaluate(untilRefused('/reporting/siegen/reports/integration'));
  }, 120_000);
});
