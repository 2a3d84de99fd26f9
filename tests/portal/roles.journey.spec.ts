import { PortalUnderTest, type Role } from './portal-under-test.js';

/** The pages of the office that each role reaches; every other page says that it is not theirs. */
const pages = ['', '/freiwillige', '/doppelte', '/kurse', '/anfragen', '/begleitungen', '/mitteilungen', '/import'];
const forAdministrators = ['/verwaltung', '/einstellungen', '/datenschutz'];
const readersSee = ['/freiwillige', '/kurse', '/anfragen', '/begleitungen'];
const sees: Readonly<Record<Role, readonly string[]>> = {
  administrator: [...pages, ...forAdministrators],
  coordinator: pages,
  trainer: readersSee,
  'carrier-manager': readersSee,
  analyst: [],
  volunteer: [],
  newcomer: [],
  'county-analyst': [],
};

describe('signing in to the portal', () => {
  let portal: PortalUnderTest;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  it.each(Object.entries(sees) as [Role, readonly string[]][])(
    'as %s one reaches what is theirs, and nothing else',
    async (role, mine) => {
      const context = await portal.visit({ locale: 'de', role });
      const page = await context.newPage();
      const refused: string[] = [];
      page.on('response', (answer) => {
        if ([401, 403].includes(answer.status())) refused.push(`${answer.status()} ${answer.url()}`);
      });
      const reached: string[] = [];
      for (const path of [...pages, ...forAdministrators]) {
        await page.goto(`/t/siegen/buero${path}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle');
        const title = await page.getByRole('heading', { level: 1 }).innerText();
        if (title !== 'Diese Seite ist nicht für Sie freigegeben') reached.push(path);
      }
      expect(reached).toEqual(mine);
      // Nobody is shown a page whose data the platform then refuses.
      expect(refused).toEqual([]);
      await page.goto('/t/kreuztal/buero');
      await page.getByRole('heading', { name: 'Diese Seite ist nicht für Sie freigegeben' }).waitFor();
      await context.close();
    },
    60_000,
  );

  it('signing out leaves nothing to see', async () => {
    const context = await portal.visit({ locale: 'de', role: 'coordinator' });
    const page = await context.newPage();
    await page.goto('/t/siegen/buero');
    await page.getByRole('button', { name: 'Abmelden' }).click();
    await page.getByRole('button', { name: 'Anmelden' }).waitFor();
    await page.goto('/t/siegen/buero');
    await page.getByRole('heading', { name: 'Bitte melden Sie sich an' }).waitFor();
    await context.close();
  }, 60_000);
});
