import { PortalUnderTest } from './portal-under-test.js';

const kB = 1_000;

describe('the first load', () => {
  let portal: PortalUnderTest;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  it.each([
    ['of a public page', '/t/siegen/hilfe', {}, 200 * kB],
    ['of the coordinator', '/t/siegen/buero', { role: 'coordinator' as const }, 350 * kB],
  ])(
    '%s is small enough, compressed',
    async (_, path, visitor, budget) => {
      const context = await portal.visit({ locale: 'de', ...visitor });
      const page = await context.newPage();
      // Signing in has brought some of it already.
      await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
      const sizes: number[] = [];
      page.on('response', async (response) => {
        if (response.url().endsWith('.js')) sizes.push((await response.request().sizes()).responseBodySize);
      });
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(total).toBeGreaterThan(20 * kB);
      expect(total).toBeLessThanOrEqual(budget);
    },
    60_000,
  );
});
