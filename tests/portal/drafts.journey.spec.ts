import type { BrowserContext, Page } from 'playwright-core';
import { PortalUnderTest, type Visitor } from './portal-under-test.js';

/** A form that must not lose what was typed. */
interface Task {
  readonly visitor: Visitor;
  readonly path: string;
  /** The address it is sent to. */
  readonly sentTo: string;
  readonly fill: (page: Page, mark: string) => Promise<void>;
  /** What stands in the form. */
  readonly typed: (page: Page) => Promise<readonly string[]>;
  readonly send: (page: Page) => Promise<void>;
  readonly arrived: string;
  /** How often it has arrived at the platform. */
  readonly count: (page: Page, mark: string) => Promise<number>;
}

const valueOf = (page: Page, label: string) => page.getByLabel(label).inputValue();

describe('what was typed', () => {
  let portal: PortalUnderTest;
  beforeAll(async () => {
    portal = await PortalUnderTest.open();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks at what it expects
  const mine = (page: Page, path: string): Promise<any> =>
    page.evaluate(async (each) => (await fetch(each)).json(), path);

  const asking: Task = {
    visitor: { locale: 'de', phone: true },
    path: '/t/siegen/hilfe',
    sentTo: '**/help-requests',
    fill: async (page, mark) => {
      await page.getByLabel('Vorname').fill('Amal');
      await page.getByLabel('Nachname').fill(mark);
      await page.getByLabel('Telefonnummer').fill('0271 5550060');
      await page.getByLabel('Schule').check();
      await page.getByLabel('Arabisch').check();
      await page.getByLabel('Möchten Sie uns noch etwas sagen?').fill('Am liebsten vormittags.');
    },
    typed: (page) => Promise.all(['Nachname', 'Möchten Sie uns noch etwas sagen?'].map((each) => valueOf(page, each))),
    send: (page) => page.getByRole('button', { name: 'Absenden' }).click(),
    arrived: 'Danke! Wir haben Ihre Nachricht bekommen.',
    count: async (_, mark) => {
      const { items } = await portal.ask('/registration/siegen/newcomers?limit=200');
      return items.filter(({ familyName }: { familyName: string }) => familyName === mark).length;
    },
  };
  const logging: Task = {
    visitor: { locale: 'de', phone: true, role: 'volunteer' },
    path: '/t/siegen/ich',
    sentTo: '**/visits',
    fill: async (page, mark) => {
      await page.getByRole('button', { name: /^Besuch eintragen/ }).click();
      await page.getByLabel('Dauer in Minuten').fill('75');
      await page.getByLabel('Notiz').fill(mark);
    },
    typed: (page) => Promise.all(['Dauer in Minuten', 'Notiz'].map((each) => valueOf(page, each))),
    send: (page) => page.getByRole('button', { name: 'Eintragen', exact: true }).click(),
    arrived: 'Eingetragen, danke!',
    count: async (page, mark) => {
      const { items } = await mine(page, '/matching/siegen/me/placements');
      const { visits } = await portal.ask(`/matching/siegen/placements/${items[0].id}`);
      return visits.filter(({ note }: { note?: string }) => note === mark).length;
    },
  };
  const officeLogging: Omit<Task, 'path'> = {
    visitor: { locale: 'de', role: 'coordinator' },
    sentTo: '**/visits',
    fill: async (page, mark) => {
      await page.getByLabel('Dauer in Minuten').fill('75');
      await page.getByLabel('Notiz').fill(mark);
    },
    typed: (page) => Promise.all(['Dauer in Minuten', 'Notiz'].map((each) => valueOf(page, each))),
    send: (page) => page.getByRole('button', { name: 'Besuch eintragen', exact: true }).click(),
    arrived: 'Der Besuch ist eingetragen.',
    count: async (_, mark) => {
      const { items } = await portal.ask('/matching/siegen/placements');
      const { visits } = await portal.ask(`/matching/siegen/placements/${items[0].id}`);
      return visits.filter(({ note }: { note?: string }) => note === mark).length;
    },
  };

  /** The form with something in it, in a browser of its own. */
  const begin = async (task: Task, mark: string): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await portal.visit(task.visitor);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(task.path);
    await task.fill(page, mark);
    return { context, page };
  };
  const arrive = async (task: Task, page: Page, mark: string) => {
    await page.getByText(task.arrived).waitFor();
    expect(await task.count(page, mark)).toBe(1);
    await page.context().close();
  };

  /** The answer gets lost, the page is loaded anew, and the form sent once more. */
  const sendTwice = async (task: Task, mark: string) => {
    const { page } = await begin(task, mark);
    const lost = page.waitForEvent('requestfailed');
    await page.route(task.sentTo, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await task.send(page);
    await lost;
    await page.reload();
    await page.unroute(task.sentTo);
    await task.send(page);
    await arrive(task, page, mark);
  };

  it('on a placement to log visits of, which the example has yet to confirm', async () => {
    const page = await (await portal.visit(logging.visitor)).newPage();
    await page.goto('/t/siegen/ich');
    const { items } = await mine(page, '/matching/siegen/me/proposals');
    await portal.do(`/matching/siegen/proposals/${items[0].id}/confirm`);
    await page.reload();
    await page.getByRole('button', { name: /^Besuch eintragen/ }).waitFor();
    await page.context().close();
  }, 60_000);

  describe.each([
    ['asking for help', asking],
    ['logging a visit', logging],
  ] as const)('while %s', (name, task) => {
    it('survives a reload', async () => {
      const mark = `${name} reload`;
      const { page } = await begin(task, mark);
      const typed = await task.typed(page);
      await page.reload();
      expect(await task.typed(page)).toEqual(typed);
      await task.send(page);
      await arrive(task, page, mark);
    }, 60_000);

    it('survives a lost connection, and goes off once there is one again', async () => {
      const mark = `${name} offline`;
      const { context, page } = await begin(task, mark);
      const typed = await task.typed(page);
      await context.setOffline(true);
      await task.send(page);
      await page.getByText('Keine Verbindung').waitFor();
      expect(await task.typed(page)).toEqual(typed);
      await context.setOffline(false);
      // A visit waits for the network by itself; of a form that somebody else may fill in next, people decide.
      if (task === asking) await task.send(page);
      await arrive(task, page, mark);
    }, 90_000);

    it('survives an error of the server', async () => {
      const mark = `${name} error`;
      const { page } = await begin(task, mark);
      const typed = await task.typed(page);
      const problem = { type: 'about:blank', title: 'Busy', status: 503, code: 'unavailable' };
      await page.route(task.sentTo, (route) =>
        route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
      );
      await task.send(page);
      await page.getByText('Einen Moment bitte').waitFor();
      expect(await task.typed(page)).toEqual(typed);
      await page.unroute(task.sentTo);
      await task.send(page);
      await arrive(task, page, mark);
    }, 90_000);

    it(
      'counts once, though it was sent twice because the answer got lost',
      () => sendTwice(task, `${name} twice`),
      90_000,
    );
  });

  it('counts once of an office, too', async () => {
    const { items } = await portal.ask('/matching/siegen/placements');
    const path = `/t/siegen/buero/begleitungen/${items[0].id}`;
    await sendTwice({ ...officeLogging, path }, 'office twice');
  }, 90_000);

  it('counts once of an office that changes nothing of what the form proposes', async () => {
    const { items } = await portal.ask('/matching/siegen/placements');
    const id: string = items[0].id;
    const visitsNow = async () => (await portal.ask(`/matching/siegen/placements/${id}`)).visits.length;
    const before = await visitsNow();
    const asProposed: Task = {
      ...officeLogging,
      path: `/t/siegen/buero/begleitungen/${id}`,
      fill: (page) => page.getByLabel('Dauer in Minuten').waitFor(),
      count: async () => (await visitsNow()) - before,
    };
    await sendTwice(asProposed, '');
  }, 90_000);
});
