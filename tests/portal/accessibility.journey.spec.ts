import { AxeBuilder } from '@axe-core/playwright';
import { PortalUnderTest } from './portal-under-test.js';
import { screensOf, type Screen } from './screens.js';

describe('every screen of the portal', () => {
  let portal: PortalUnderTest;
  let screens: readonly Screen[];

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    screens = await screensOf(portal);
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  it.each(['de', 'en', 'ar'] as const)(
    'has nothing for axe to complain of in %s, and no error in the console',
    async (locale) => {
      const found: string[] = [];
      for (const role of new Set(screens.map((screen) => screen.role))) {
        const context = await portal.visit({ locale, ...(role ? { role } : {}) });
        const page = await context.newPage();
        page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
        page.on('console', (said) => {
          if (/Content Security Policy/.test(said.text())) found.push(`${page.url()}: ${said.text()}`);
        });
        for (const { name, path } of screens.filter((screen) => screen.role === role)) {
          await page.goto(path);
          await page.getByRole('heading', { level: 1 }).waitFor();
          await page.locator('.loading').first().waitFor({ state: 'detached' });
          // One frame only, so the way that opens no second page will do, at half the time.
          const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
          found.push(
            ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${name}: ${id} ${html.slice(0, 160)}`)),
          );
        }
        await context.close();
      }
      expect(found).toEqual([]);
    },
    240_000,
  );
});
