import { instant, TenantScope } from '@lotsennetz/kernel';
import { proposalLinkDays, signProposalLink } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { foundTenantNamed, PortalHttp, services } from '@lotsennetz/suite';
import { FakeClock } from '@lotsennetz/testing';
import type { Browser, Page } from 'playwright-core';
import { describeWithBrowser, openBrowser } from '../browser/chromium.js';
import { buildPortal } from './portal-under-test.js';

const proposalId = '01890a5d-ac96-774b-bcce-b302099a8057';
const mailedAt = instant('2026-03-02T08:00:00.000Z');

describeWithBrowser('a link to a proposal that is no longer good', () => {
  const clock = new FakeClock(mailedAt);
  let platform: TestDeployment;
  let browser: Browser;
  let page: Page;
  let link = '';

  beforeAll(async () => {
    buildPortal();
    platform = await startForTest(services, { clock, pages: [PortalHttp] });
    const siegen = { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
    await foundTenantNamed(platform.service('registration'), siegen);
    await platform.settled();
    const { keys } = platform.service('matching');
    link = await signProposalLink(keys, TenantScope.of('siegen'), { proposalId, now: mailedAt });
    browser = await openBrowser();
    page = await (await browser.newContext({ locale: 'de', baseURL: platform.url })).newPage();
    page.setDefaultTimeout(20_000);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await platform.close();
  });

  const open = (text: string) => page.goto(`/t/siegen/vorschlag?link=${encodeURIComponent(text)}`);
  const buttons = () => page.getByRole('main').getByRole('button').count();

  it('is not right when it was changed, also only in how long it is good', async () => {
    const [id, seconds, mac] = link.split('.');
    for (const forged of [`${id}.${Number(seconds) + 86_400}.${mac}`, `${id}.${seconds}.${mac?.slice(1)}`, id ?? '']) {
      await open(forged);
      await page.getByText('Dieser Link stimmt nicht').waitFor();
      expect(await buttons()).toBe(0);
    }
  }, 60_000);

  it('has ended after its days, and says whom to answer instead', async () => {
    clock.advance({ days: proposalLinkDays });
    await open(link);
    await page.getByText('Dieser Link ist abgelaufen').waitFor();
    await page.getByText('Antworten Sie bitte dem Büro').waitFor();
    expect(await buttons()).toBe(0);
  }, 60_000);
});
