import type { Page } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

describe('the portal', () => {
  let portal: PortalUnderTest;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  const headingOf = (page: Page) => page.getByRole('heading', { level: 1 });
  const open = async (visitor: Parameters<PortalUnderTest['visit']>[0], path: string) => {
    const context = await portal.visit(visitor);
    const page = await context.newPage();
    await page.goto(path);
    await headingOf(page).waitFor();
    return page;
  };

  it('answers people with a page and programs with a problem', async () => {
    const ask = async (path: string, accept: string) => {
      const { status, headers } = await fetch(portal.url + path, { headers: { accept } });
      return [status, headers.get('content-type')?.split(';')[0], headers.get('cache-control')];
    };
    expect(await ask('/t/siegen/hilfe', 'text/html')).toEqual([200, 'text/html', 'no-cache']);
    expect(await ask('/no-such-page', 'text/html')).toEqual([404, 'text/html', 'no-cache']);
    for (const path of ['/registration/siegen/no-such', '/api/no-such', '/assets/no-such.js'])
      expect((await ask(path, 'text/html')).slice(0, 2)).toEqual([404, 'application/problem+json']);
    expect((await ask('/no-such', 'application/json'))[1]).toBe('application/problem+json');
    const script = /src="(\/assets\/[^"]+)"/.exec(await (await fetch(portal.url)).text())?.[1] ?? '';
    expect((await ask(script, '*/*'))[2]).toBe('public, max-age=31536000, immutable');
  });

  it('takes an offer of help in Arabic on a phone; the office accepts it, and the timeline tells who entered what', async () => {
    const form = await open({ locale: 'ar', phone: true }, '/t/siegen/mithelfen');
    expect(await form.locator('html').getAttribute('dir')).toBe('rtl');
    await form.getByLabel('الاسم الأول').fill('Amal');
    await form.getByRole('button', { name: 'إرسال' }).click();
    await form.getByRole('alert').waitFor();
    // What was typed survives a reload, and what was wrong can be put right.
    await form.reload();
    expect(await form.getByLabel('الاسم الأول').inputValue()).toBe('Amal');
    await form.getByLabel('اسم العائلة').fill('Haddad');
    await form.getByLabel('رقم الهاتف').fill('0271 5550077');
    await form.getByLabel('العربية', { exact: true }).check();
    await form.getByRole('button', { name: 'إرسال' }).click();
    await form.getByText('شكرًا! وصلتنا رسالتك.').waitFor();
    const kept = await form.evaluate(() => Object.keys(sessionStorage));
    expect(kept.filter((key) => key.startsWith('lotsennetz.draft'))).toEqual([]);

    const office = await open({ locale: 'de', role: 'coordinator' }, '/t/siegen/buero');
    await office.getByRole('link', { name: 'Amal Haddad' }).click();
    await office.getByRole('button', { name: 'Aufnehmen' }).click();
    await office.getByRole('dialog').getByRole('button', { name: 'Aufnehmen' }).click();
    await office.getByText('Aufgenommen', { exact: true }).waitFor();
    await office.getByText('über das offene Formular').waitFor();
    await office.getByText('vom Büro').waitFor();
  }, 60_000);

  it('shows what somebody else did instead of overwriting it', async () => {
    const { items } = (await portal.ask('/registration/siegen/volunteers?status=active')) as {
      items: { id: string }[];
    };
    const id = items[0]?.id ?? '';
    const page = await open({ locale: 'de', role: 'coordinator' }, `/t/siegen/buero/freiwillige/${id}`);
    await page.getByRole('button', { name: 'Ausscheiden lassen' }).click();
    await portal.do(`/registration/siegen/volunteers/${id}/pause`);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Ausscheiden lassen' }).click();
    await dialog.getByText('Jemand anderes war schneller').waitFor();
    await dialog.getByText('Pausiert').waitFor();
    expect(await portal.ask(`/registration/siegen/volunteers/${id}`)).toMatchObject({ status: 'paused' });
  }, 60_000);

  it('carries an agreed proposal to a placement with a visit', async () => {
    const { items } = (await portal.ask('/matching/siegen/proposals?status=accepted')) as {
      items: { requestId: string }[];
    };
    const page = await open(
      { locale: 'de', role: 'coordinator' },
      `/t/siegen/buero/anfragen/${items[0]?.requestId ?? ''}`,
    );
    await page.getByRole('button', { name: 'Begleitung bestätigen' }).click();
    await page.getByRole('link', { name: 'Zur Begleitung' }).click();
    await page.getByLabel('Dauer in Minuten').fill('45');
    await page.getByRole('button', { name: 'Besuch eintragen' }).click();
    await page.getByText('Der Besuch ist eingetragen.').waitFor();
    await page.getByRole('listitem').getByText('45').waitFor();
  }, 60_000);

  it('keeps what was typed when the connection is lost', async () => {
    const page = await open({ locale: 'en' }, '/t/siegen/hilfe');
    await page.getByLabel('First name').fill('Amal');
    await page.getByLabel('Last name').fill('Haddad');
    await page.getByLabel('Phone number').fill('0271 5550078');
    await page.getByLabel('School').check();
    await page.getByLabel('Arabic').check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('No connection').waitFor();
    expect(await page.getByLabel('First name').inputValue()).toBe('Amal');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('We have received your message').waitFor();
  }, 60_000);
});
