import { setTimeout as later } from 'node:timers/promises';
import type { BrowserContext, Page, Request } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

/** Connections of a browser that stay open to hear of changes. */
function openStreamsOf(context: BrowserContext): ReadonlySet<Request> {
  const open = new Set<Request>();
  context.on('request', (request) => {
    if (request.url().endsWith('/changes')) open.add(request);
  });
  context.on('requestfinished', (request) => open.delete(request));
  context.on('requestfailed', (request) => open.delete(request));
  return open;
}

async function expectSoon(count: () => number, expected: number): Promise<void> {
  for (let tries = 100; tries > 0 && count() !== expected; tries--) await later(200);
  expect(count()).toBe(expected);
}

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

  const offer = async (familyName: string, tenant = 'siegen') => {
    const form = await (await portal.visit({ locale: 'de' })).newPage();
    await form.goto(`/t/${tenant}/mithelfen`);
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

  it('ten windows of one browser share three connections, and another one takes over when their holder is closed', async () => {
    await watching.close();
    watching = await portal.visit({ locale: 'de', role: 'coordinator' });
    const listening = openStreamsOf(watching);
    const pages = await Promise.all(Array.from({ length: 10 }, () => watching.newPage()));
    for (const page of pages) {
      await page.goto('/t/siegen/buero');
      await page.getByRole('heading', { name: 'Neue Interessierte' }).waitFor({ timeout: 20_000 });
    }
    await expectSoon(() => listening.size, 3);
    await offer('Horvat');
    for (const page of pages)
      await page.getByRole('link', { name: 'Zala Horvat' }).waitFor({ state: 'attached', timeout: 20_000 });

    const holder = pages.find((page) => [...listening].some((request) => request.frame().page() === page));
    await holder?.close();
    const left = pages.filter((page) => page !== holder);
    expect(left).toHaveLength(9);
    await expectSoon(() => [...listening].filter((request) => left.includes(request.frame().page())).length, 3);
    await offer('Babić');
    for (const page of left)
      await page.getByRole('link', { name: 'Zala Babić' }).waitFor({ state: 'attached', timeout: 20_000 });
  }, 180_000);

  it('windows of two tenants each follow their own, and leave connections to work with', async () => {
    await portal.alsoCoordinates('kreuztal');
    const both = await portal.visit({ locale: 'de', role: 'coordinator' });
    const listening = openStreamsOf(both);
    const windows = { siegen: await both.newPage(), kreuztal: await both.newPage() };
    for (const [tenant, page] of Object.entries(windows)) {
      await page.goto(`/t/${tenant}/buero`);
      await page.getByRole('heading', { name: 'Neue Interessierte' }).waitFor({ timeout: 20_000 });
    }
    await expectSoon(() => listening.size, 3);
    await offer('Kovač', 'kreuztal');
    await offer('Vidmar');
    await windows.kreuztal.getByRole('link', { name: 'Zala Kovač' }).waitFor({ timeout: 40_000 });
    await windows.siegen.getByRole('link', { name: 'Zala Vidmar' }).waitFor({ timeout: 40_000 });
    expect(listening.size).toBe(3);

    // Whoever has the connections gives them to the other one by leaving.
    await windows.siegen.close();
    const ofKreuztal = () => [...listening].filter((request) => request.frame().page() === windows.kreuztal);
    await expectSoon(() => ofKreuztal().length, 3);
    await offer('Zupan', 'kreuztal');
    await windows.kreuztal.getByRole('link', { name: 'Zala Zupan' }).waitFor({ timeout: 40_000 });
    await both.close();
  }, 180_000);

  it('does not keep the platform from ending', async () => {
    const begin = Date.now();
    await portal.stop();
    expect(Date.now() - begin).toBeLessThan(8_000);
  }, 30_000);
});
