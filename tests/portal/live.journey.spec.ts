import type { BrowserContext, Page } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

describe('two coordinators at the same time', () => {
  let portal: PortalUnderTest;
  let watching: BrowserContext;
  let today: Page;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    watching = await portal.visit({ locale: 'de', role: 'coordinator' });
    today = await watching.newPage();
    const told = today.waitForResponse((answer) => answer.url().endsWith('/registration/siegen/changes'));
    await today.goto('/t/siegen/buero');
    await told;
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  const offer = async (familyName: string) => {
    const form = await (await portal.visit({ locale: 'de' })).newPage();
    await form.goto('/t/siegen/mithelfen');
    await form.getByLabel('Vorname').fill('Zala');
    await form.getByLabel('Nachname').fill(familyName);
    await form.getByLabel('Telefonnummer').fill('0271 5550080');
    await form.getByLabel('Englisch', { exact: true }).check();
    await form.getByRole('button', { name: 'Absenden' }).click();
    await form.getByRole('heading', { level: 1 }).waitFor();
    await form.context().close();
  };

  it('what one does, the other sees without doing anything', async () => {
    await offer('Kranjc');
    const link = today.getByRole('link', { name: 'Zala Kranjc' });
    await link.waitFor({ timeout: 10_000 });

    const other = await (await portal.visit({ locale: 'de', role: 'administrator' })).newPage();
    await other.goto(new URL((await link.getAttribute('href')) ?? '', portal.url).href);
    await other.getByRole('button', { name: 'Ablehnen' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Ablehnen' }).click();
    await link.waitFor({ state: 'detached', timeout: 10_000 });
    await other.context().close();
  }, 60_000);

  it('after the connection was lost it comes back by itself, with what happened meanwhile', async () => {
    await watching.setOffline(true);
    await offer('Novak');
    await watching.setOffline(false);
    await today.getByRole('link', { name: 'Zala Novak' }).waitFor({ timeout: 20_000 });
  }, 60_000);

  it('does not keep the platform from ending', async () => {
    const begin = Date.now();
    await portal.stop();
    expect(Date.now() - begin).toBeLessThan(8_000);
  }, 30_000);
});
