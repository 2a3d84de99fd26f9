import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PortalUnderTest } from './portal-under-test.js';
import { screensOf } from './screens.js';

// `npm run screenshots`: a picture of every screen in German and Arabic, on a phone and on a desk, in screenshots/.
const folder = join(import.meta.dirname, '../../screenshots');
mkdirSync(folder, { recursive: true });
await using portal = await PortalUnderTest.open();
const screens = await screensOf(portal);
for (const locale of ['de', 'ar'] as const)
  for (const phone of [false, true])
    for (const role of new Set(screens.map((screen) => screen.role))) {
      const context = await portal.visit({ locale, phone, ...(role ? { role } : {}) });
      const page = await context.newPage();
      for (const { name, path } of screens.filter((screen) => screen.role === role)) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        const file = `${name}.${locale}.${phone ? 'phone' : 'desk'}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: true });
        const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
        if (wider) {
          process.exitCode = 1;
          console.error(`${file} is wider than the screen`);
        }
      }
      await context.close();
    }
console.log(`Pictures of ${screens.length} screens are in screenshots/.`);
