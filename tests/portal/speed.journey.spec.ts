import { importVolunteers, largestPaintMs, manyVolunteers, scrollVolunteers } from './measure.js';
import { PortalUnderTest } from './portal-under-test.js';

// `npm run bench:portal` gives the figures; a machine that does much else at a time must pass here, too.
describe('how fast the portal is', () => {
  let portal: PortalUnderTest;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  it.each([
    ['the public start', '/', {}],
    ['Today', '/t/siegen/buero', { role: 'coordinator' as const }],
  ])(
    'shows %s soon, on a slow processor',
    async (_, path, visitor) => {
      const context = await portal.visit({ locale: 'de', ...visitor });
      const paintedMs = await largestPaintMs(context, path);
      expect(paintedMs).toBeGreaterThan(0);
      expect(paintedMs).toBeLessThan(8_000);
      await context.close();
    },
    60_000,
  );

  it('scrolls through five thousand volunteers without stopping', async () => {
    await importVolunteers(portal);
    const { rows, longTasks } = await scrollVolunteers(await portal.visit({ locale: 'de', role: 'coordinator' }));
    expect(rows).toBeGreaterThanOrEqual(manyVolunteers);
    expect(longTasks.length).toBeLessThan(60);
  }, 240_000);
});
