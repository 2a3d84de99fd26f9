import { createTokenFor, foundTenantNamed, services } from '@lotsennetz/suite';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';

const goalMs = 5_000;
const [host, partner] = ['siegen', 'awo-siegen'] as const;
type Tenant = typeof host | typeof partner;

/** Two tenants sign, share a course, and each keeps and counts its own people. */
describe('a course of two tenants, through all services', () => {
  let platform: TestDeployment;
  const tokens = new Map<Tenant, string>();

  beforeAll(async () => {
    platform = await startForTest(services);
    const ports = platform.service('registration');
    const found = { kind: 'association', timeZone: 'Europe/Berlin' } as const;
    await foundTenantNamed(ports, { ...found, id: host, name: 'Stadt Siegen' });
    await foundTenantNamed(ports, { ...found, id: partner, name: 'AWO Siegen' });
    for (const tenant of [host, partner])
      tokens.set(tenant, (await createTokenFor(ports, { tenant, role: 'administrator' })).token);
    await platform.settled();
  }, 60_000);
  afterAll(() => platform.close());

  async function call(tenant: Tenant, method: string, path: string, body?: unknown) {
    const [service, ...rest] = path.split(' ');
    const token = tokens.get(tenant) ?? '';
    return platform.call(method, `/${service}/${tenant}/${rest.join('')}`, { token, body });
  }
  async function made(tenant: Tenant, path: string, body: object): Promise<string> {
    const answer = await call(tenant, 'POST', path, body);
    expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
    await platform.settled();
    return answer.body.id as string;
  }
  const volunteer = (tenant: Tenant, givenName: string, familyName: string) =>
    made(tenant, 'registration volunteers', { givenName, familyName, email: `${givenName}@example.org` });
  const sign = (tenant: Tenant, other: Tenant) =>
    made(tenant, 'registration agreements', { partner: other, shares: ['courses'] });
  const sessions = ['2026-01-06', '2026-01-13'].map((heldOn) => ({
    ...{ heldOn, startsAt: '18:00', endsAt: '19:30', title: 'Recht' },
  }));
  const plan = (code: string) => made(host, 'training courses', { code, title: 'Lotsen', town: 'Siegen', sessions });
  const report = async (tenant: Tenant) => (await call(tenant, 'GET', 'reporting reports/integration')).body;

  it('counts a guest where the guest belongs, and closes within five seconds of the agreement’s end', async () => {
    const rosa = await volunteer(host, 'Rosa', 'Nassauer');
    const olena = await volunteer(partner, 'Olena', 'Kowalenko');
    const course = await plan('SI-2026-1');
    expect((await call(host, 'POST', `training courses/${course}/shares`, { partner })).body.code).toBe('no-agreement');
    await sign(host, partner);
    expect((await call(host, 'POST', `training courses/${course}/shares`, { partner })).status).toBe(409);
    await sign(partner, host);
    await made(host, `training courses/${course}/shares`, { partner });
    await made(host, `training courses/${course}/enrolments`, { volunteerId: rosa });
    const enrolments = `training shared-courses/${host}/${course}/enrolments`;
    await made(partner, enrolments, { volunteerId: olena });
    const { enrolled } = (await call(host, 'GET', `training courses/${course}`)).body;
    expect(enrolled).toMatchObject([{ familyName: 'Nassauer' }, { alias: 'AWO Siegen, 1' }]);
    const attendance = (enrolled as { volunteerId: string }[]).map(({ volunteerId }) => ({
      volunteerId,
      present: true,
    }));
    await made(host, `training courses/${course}/sessions/1/attendance`, { attendance });
    await made(host, `training courses/${course}/complete`, {});
    await platform.settled();

    const [ofHost, ofPartner] = [await report(host), await report(partner)];
    expect(ofHost).toMatchObject({
      certificates: { total: 1 },
      courses: { completed: 1 },
      volunteers: { interested: 1 },
    });
    expect(ofPartner).toMatchObject({ certificates: { total: 1 }, courses: { completed: 0 } });
    const mails = (await call(partner, 'GET', 'notifications messages')).body.items as { recipientId: string }[];
    expect(new Set(mails.map(({ recipientId }) => recipientId))).toEqual(new Set([olena]));
    const hostMails = (await call(host, 'GET', 'notifications messages')).body.items as { recipientId: string }[];
    expect(new Set(hostMails.map(({ recipientId }) => recipientId))).toEqual(new Set([rosa]));

    const next = await plan('SI-2026-2');
    await made(host, `training courses/${next}/shares`, { partner });
    const enrolNext = () =>
      call(partner, 'POST', `training shared-courses/${host}/${next}/enrolments`, { volunteerId: olena });
    const since = performance.now();
    expect((await call(host, 'POST', `registration agreements/${partner}/end`)).status).toBe(200);
    await platform.eventually(async () => expect((await enrolNext()).status).toBe(404));
    expect(performance.now() - since).toBeLessThan(goalMs);
    const still = (await call(partner, 'GET', 'training shared-courses')).body.items as { id: string; open: boolean }[];
    expect(still.find(({ id }) => id === course)).toMatchObject({ open: false, people: [{ familyName: 'Kowalenko' }] });
  }, 60_000);
});
