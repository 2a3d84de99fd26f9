import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

describe('an analyst', () => {
  let portal: PortalUnderTest;
  let page: Page;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    page = await (await portal.visit({ locale: 'de', role: 'analyst' })).newPage();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  const row = (group: string, text: RegExp) =>
    page.getByRole('region', { name: group }).getByRole('row').filter({ hasText: text });

  it('comes to the report after signing in, with bars that no eval draws', async () => {
    const refused: string[] = [];
    page.on('console', (said) => {
      if (/Content Security Policy/.test(said.text())) refused.push(said.text());
    });
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Integrationsbericht' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/t/siegen/bericht');
    await page.locator('.chart__bars svg').first().waitFor();
    await row('Zertifikate', /^gesamt\s*19$/).waitFor();
    expect(refused).toEqual([]);
  }, 60_000);

  it('sees the district as it was on an earlier day, by the keys of the slider', async () => {
    await page.getByLabel('Tag wählen').press('Home');
    await row('Zertifikate', /^gesamt\s*0$/).waitFor();
    expect(await page.getByLabel('Stand am').inputValue()).toBe('2015-01-01');
    expect(page.url()).toContain('asOf=2015-01-01');
  }, 60_000);

  it('sees that nothing was known then of what was entered later', async () => {
    await page.getByLabel('Stand am').fill('2015-12-31');
    await row('Zertifikate', /^gesamt\s*19$/).waitFor();
    await page.getByLabel('Nur, was an diesem Tag schon eingetragen war').check();
    await row('Zertifikate', /^gesamt\s*0$/).waitFor();
    await page.getByLabel('Alles, was heute bekannt ist').check();
    await row('Zertifikate', /^gesamt\s*19$/).waitFor();
  }, 60_000);

  it('compares two days, what differs marked, and takes both away as CSV', async () => {
    await page.getByRole('button', { name: 'Mit einem anderen Tag vergleichen' }).click();
    await page.getByLabel('Vergleichen mit').fill('2015-01-31');
    await row('Zertifikate', /^gesamt\s*19\s*0\s*\S?\+19$/).waitFor();
    await page.getByText(/Zahlen sind verschieden/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV vom 31.12.2015' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('integrationsbericht-siegen-2015-12-31.csv');
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/Zertifikate gesamt[;,]19/);
  }, 60_000);

  it('sees event by event what makes the difference, late entries marked, and takes it away as CSV', async () => {
    const events = page.getByRole('region', { name: 'Was den Unterschied macht' });
    await events
      .getByRole('row', { name: /Zertifikat ausgestellt.*Tage später/ })
      .first()
      .waitFor();
    const shown = await events.getByRole('row').count();
    await events.getByRole('button', { name: 'Weitere Ereignisse zeigen' }).click();
    await events.getByRole('row').nth(shown).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      events.getByRole('link', { name: 'Ereignisse als CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('unterschied-siegen-2015-01-31-2015-12-31.csv');
    const lines = readFileSync(await download.path(), 'utf8').split('\r\n');
    expect(lines.filter((line) => line.includes('Zertifikat ausgestellt'))).toHaveLength(19);
  }, 60_000);

  it('a link to the same view shows the same', async () => {
    await page.reload();
    await row('Zertifikate', /^gesamt\s*19\s*0/).waitFor();
  }, 60_000);

  it('is told what the earlier day could not know, when each day is asked for with its own knowledge', async () => {
    await page.goto('/t/siegen/bericht?with=2015-12-31&known=then');
    const events = page.getByRole('region', { name: 'Was den Unterschied macht' });
    await events
      .getByRole('row', { name: /2015.*erst danach bekannt geworden/ })
      .first()
      .waitFor();
  }, 60_000);
});
