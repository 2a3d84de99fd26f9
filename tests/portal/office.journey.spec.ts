import { setTimeout as later } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext } from 'playwright-core';
import { PortalUnderTest } from './portal-under-test.js';

const session = { title: 'Ankommen', heldOn: '2026-01-12', startsAt: '18:00', endsAt: '19:30' };

async function enrolled(portal: PortalUnderTest, code: string, volunteerId: string): Promise<string> {
  const plan = { code, title: 'Lotsen', town: 'Siegen', sessions: [session] };
  const { id } = (await portal.do('/training/siegen/courses', plan)) as { id: string };
  await portal.do(`/training/siegen/courses/${id}/enrolments`, { volunteerId });
  return id;
}

/** A placement from its beginning to its end, with everything it takes. */
async function endedPlacement(portal: PortalUnderTest): Promise<{ readonly id: string; readonly requestId: string }> {
  const selam = {
    givenName: 'Selam',
    familyName: 'Tesfaye',
    phone: '0271 5550079',
    languages: ['am'],
    availability: ['mon-morning'],
  };
  const helps = { topics: ['housing'], town: 'Siegen', postalCode: '57072' };
  const { id: volunteerId } = await portal.do('/registration/siegen/volunteers', { ...selam, ...helps });
  await portal.do(`/registration/siegen/volunteers/${volunteerId}/accept`);
  const course = await enrolled(portal, 'END-1', volunteerId);
  const attendance = [{ volunteerId, present: true }];
  await portal.do(`/training/siegen/courses/${course}/sessions/1/attendance`, { attendance });
  await portal.do(`/training/siegen/courses/${course}/complete`);
  const { id: requestId } = await portal.do('/matching/siegen/requests', { ...helps, languages: ['am'] });
  const proposal = async () => {
    await portal.do('/matching/siegen/proposals/compute');
    return (await portal.ask(`/matching/siegen/proposals?requestId=${requestId}`)).items[0] as
      { id: string } | undefined;
  };
  let made = await proposal();
  // Matching hears of the certificate a moment later.
  for (let tries = 100; tries > 0 && !made; tries--) made = await later(200).then(proposal);
  await portal.do(`/matching/siegen/proposals/${made?.id ?? ''}/accept`);
  const { placementId: id } = await portal.do(`/matching/siegen/proposals/${made?.id ?? ''}/confirm`);
  await portal.do(`/matching/siegen/placements/${id}/end`, { reason: 'conflict' });
  return { id, requestId };
}

describe('the office at its daily work', () => {
  let portal: PortalUnderTest;
  let office: BrowserContext;

  beforeAll(async () => {
    portal = await PortalUnderTest.open();
    office = await portal.visit({ locale: 'de', role: 'coordinator' });
  }, 120_000);
  afterAll(() => portal[Symbol.asyncDispose]());

  const openPage = async (path: string) => {
    const page = await office.newPage();
    await page.goto(`/t/siegen/buero${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  it('looks for somebody else after a placement has ended, for the same household and need', async () => {
    const haddad = { givenName: 'Amal', familyName: 'Haddad', phone: '0271 5550031', householdSize: 3 };
    const { id: newcomerId } = await portal.do('/registration/siegen/newcomers', { ...haddad, languages: ['ar'] });
    const need = { languages: ['ar'], topics: ['housing'], postalCode: '57072', town: 'Siegen' };
    const { id } = await portal.do('/matching/siegen/requests', { ...need, newcomerId, receivedOn: '2015-01-02' });
    const list = await openPage('/anfragen');
    await list.getByRole('row', { name: /Amal Haddad/ }).waitFor();

    const ended = await endedPlacement(portal);
    const placement = await openPage(`/begleitungen/${ended.id}`);
    await placement.getByRole('link', { name: 'Jemand anderen suchen' }).click();
    await placement.waitForURL(`**/anfragen/neu?from=${ended.requestId}`);
    await placement.getByRole('button', { name: 'Anfrage speichern' }).click();
    await placement.getByRole('heading', { name: 'Hat diesen Haushalt schon begleitet' }).waitFor();
    await placement.getByRole('listitem').filter({ hasText: 'Selam Tesfaye: Konflikt' }).waitFor();
    expect((await new AxeBuilder({ page: placement }).setLegacyMode(true).analyze()).violations).toEqual([]);
    const rematch = placement.url();
    await placement.getByRole('link', { name: 'Zur früheren Begleitung' }).click();
    await placement.waitForURL(`**/begleitungen/${ended.id}`);
    await placement.getByRole('link', { name: 'Zur Neuvermittlung' }).click();
    await placement.waitForURL(rematch);

    const again = await openPage(`/anfragen/neu?from=${id}`);
    expect(await again.getByLabel('Wohnung').isChecked()).toBe(true);
    await again.getByRole('button', { name: 'Anfrage speichern' }).click();
    await again.getByText('Wo sie sind').waitFor();
    const newId = new URL(again.url()).pathname.split('/').at(-1) ?? '';
    expect(newId).not.toBe(id);
    expect(await portal.ask(`/matching/siegen/requests/${newId}`)).toMatchObject({
      ...need,
      newcomerId,
      status: 'open',
    });
  }, 60_000);

  it('reads a mail that could not be delivered before it is sent once more', async () => {
    const ines = { givenName: 'Ines', familyName: 'Okafor', phone: '0271 5550032', languages: ['de'] };
    const { id: volunteerId } = await portal.do('/registration/siegen/volunteers', ines);
    await enrolled(portal, 'MAIL-1', volunteerId);
    const page = await openPage('/mitteilungen');
    await page.getByRole('button', { name: 'nicht zugestellt' }).click();
    const row = page.getByRole('row', { name: /Ines Okafor/ });
    await row.getByText('Die Person hat keine E-Mail-Adresse.').waitFor({ timeout: 20_000 });
    await row.getByRole('button', { name: 'Text ansehen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Guten Tag Ines Okafor').waitFor();
    expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations).toEqual([]);
    await dialog.getByRole('button', { name: 'Noch einmal senden' }).click();
    await dialog.waitFor({ state: 'detached' });
    const attempts = async () =>
      (await portal.ask(`/notifications/siegen/messages?recipientId=${volunteerId}`)).items[0].attempts as number;
    for (let tries = 100; tries > 0 && (await attempts()) < 2; tries--) await later(200);
    expect(await attempts()).toBe(2);
  }, 60_000);

  it('sees to which colleague a mail went', async () => {
    const imke = { givenName: 'Imke', familyName: 'Larsen', email: 'imke.larsen@example.org', roles: ['trainer'] };
    const { id } = await portal.do('/registration/siegen/staff', imke);
    const written = async () =>
      (await portal.ask(`/notifications/siegen/messages?recipientId=${id}`)).items.length as number;
    for (let tries = 100; tries > 0 && (await written()) === 0; tries--) await later(200);
    const page = await openPage('/mitteilungen');
    await page.getByRole('row', { name: /Imke Larsen/ }).waitFor({ timeout: 20_000 });
  }, 60_000);

  it('goes on in a list longer than a page, and is told how much it sees', async () => {
    const titles = 'Kürzel;Sprachen;Themen;Dringlichkeit;Art;Eingang am';
    const lines = Array.from({ length: 120 }, (_, n) => `LANG-${n};ti;Strom/Gas;normal;einmalig;02.01.2015`);
    await portal.send('/matching/siegen/imports/requests', [titles, ...lines].join('\n'));
    const page = await openPage('/anfragen');
    await page.getByText('Die ersten 100 Einträge; es gibt mehr.').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Weitere anzeigen' }).click();
    await page.getByText(/^1\d\d Einträge$/).waitFor({ timeout: 20_000 });
    expect(await page.getByRole('link', { name: /^LANG-/ }).count()).toBe(120);
  }, 90_000);

  it.each(['de', 'ar'] as const)(
    'has one row of header on a phone, in %s, and the rest in a menu',
    async (locale) => {
      const phone = await portal.visit({ locale, role: 'coordinator', phone: true });
      const page = await phone.newPage();
      await page.setViewportSize({ width: 375, height: 812 });
      await page.goto('/t/siegen/buero');
      await page.getByRole('heading', { level: 1 }).waitFor();
      const row = await page.locator('.header__row').boundingBox();
      expect(row?.height).toBeLessThan(80);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(375);
      const signOut = page.getByRole('button', { name: locale === 'de' ? 'Abmelden' : 'تسجيل الخروج' });
      expect(await signOut.count()).toBe(0);
      await page.getByRole('button', { name: locale === 'de' ? 'Menü' : 'القائمة', exact: true }).press('Enter');
      await signOut.waitFor();
      await page.getByRole('navigation').getByRole('link').first().waitFor();
      await phone.close();
    },
    60_000,
  );
});
