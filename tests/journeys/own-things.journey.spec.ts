import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveId } from '@lotsennetz/kernel';
import {
  mailedInvitation,
  personOfHeader,
  startForTest,
  type Answer,
  type TestDeployment,
} from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, services } from '@lotsennetz/suite';

const settings = { LOTSENNETZ_PUBLIC_URL: 'https://lotsen.example.org' };
const identityOf = (name: string) => deriveId('identity', 'test', name);

/** The platform as people without an office meet it: from the mail to the visit, across the services. */
describe('a volunteer and a household on their own', () => {
  let platform: TestDeployment;
  let token: string;

  beforeAll(async () => {
    platform = await startForTest(services, { settings, callerFinders: [personOfHeader] });
    const ports = platform.service('registration');
    await foundTenantNamed(ports, { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
    token = (await createTokenFor(ports, { tenant: 'siegen', role: 'administrator' })).token;
    await platform.settled();
  });
  afterAll(() => platform.close());

  const at = (service: string, path: string) => `/${service}/siegen${path}`;
  const office = async (service: string, path: string, body: object = {}): Promise<Answer['body']> => {
    const answer = await platform.call('POST', at(service, path), { body, token });
    expect([200, 201]).toContain(answer.status);
    return answer.body as unknown;
  };
  const as = (name: string, method: string, path: string, body?: unknown) =>
    platform.call(method, path, { body, headers: { 'x-test-person': `${identityOf(name)} one-factor` } });

  async function withAccount(name: string, role: 'volunteer' | 'newcomer', facts: object): Promise<string> {
    const { id } = await office('registration', `/${role}s`, { givenName: name, familyName: 'Nassauer', ...facts });
    const offered = await office('registration', '/accounts', { role, personId: id as string });
    const invitation = await mailedInvitation(platform, { tenant: 'siegen', id: offered.id as string });
    const accept = at('registration', '/invitations/accept');
    expect((await as(name, 'POST', accept, { invitation })).status).toBe(200);
    return id as string;
  }
  /** What the links to a proposal hold, in mails as they were sent. */
  const links = () => {
    const folder = join(platform.folder, 'mail/siegen');
    const text = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
    const plain = text.map((each) => each.replaceAll('=\r\n', '').replaceAll('=3D', '='));
    return plain.flatMap((each) => [...each.matchAll(/\/t\/siegen\/vorschlag\?link=(\S+)/g)].map(([, link]) => link));
  };

  it('a household asks, the volunteer says yes from the mail, and logs the first visit', async () => {
    const offer = { languages: ['ar'], topics: ['health'], availability: ['mon-morning'], capacity: 1, town: 'Siegen' };
    const rosa = await withAccount('Rosa', 'volunteer', { ...offer, email: 'rosa@example.org' });
    await withAccount('Walid', 'newcomer', { householdSize: 3, languages: ['ar'] });
    await office('registration', `/volunteers/${rosa}/accept`);
    const sessions = [{ heldOn: '2015-02-17', startsAt: '18:00', endsAt: '19:30', title: 'Recht' }];
    const course = await office('training', '/courses', { code: 'SI', title: 'Lotsen', town: 'Siegen', sessions });
    await platform.settled();
    await office('training', `/courses/${course.id as string}/enrolments`, { volunteerId: rosa });
    const attendance = [{ volunteerId: rosa, present: true }];
    await office('training', `/courses/${course.id as string}/sessions/1/attendance`, { attendance });
    await office('training', `/courses/${course.id as string}/complete`);
    await platform.settled();

    const wish = { languages: ['ar'], topics: ['health'], town: 'Siegen' };
    expect((await as('Walid', 'POST', at('matching', '/me/requests'), wish)).status).toBe(201);
    expect(await office('matching', '/proposals/compute')).toMatchObject({ made: 1 });
    await platform.eventually(() => {
      expect(links()).toHaveLength(1);
      return Promise.resolve();
    });
    const [link] = links();

    const shown = await platform.call('GET', at('matching', `/linked-proposal?link=${link ?? ''}`));
    expect(shown.body).toMatchObject({ status: 'open', about: { topics: ['health'], town: 'Siegen' } });
    const yes = await platform.call('POST', at('matching', '/linked-proposal/accept'), { body: { link } });
    expect(yes.status).toBe(200);
    await office('matching', `/proposals/${yes.body.id as string}/confirm`);
    await platform.settled();

    const { body: placements } = await as('Rosa', 'GET', at('matching', '/me/placements'));
    expect(placements.items).toMatchObject([{ status: 'running', about: { topics: ['health'] } }]);
    const visits = at('matching', `/me/placements/${placements.items[0].id as string}/visits`);
    expect((await as('Rosa', 'POST', visits, { minutes: 60 })).status).toBe(201);
    const { body: requests } = await as('Walid', 'GET', at('matching', '/me/requests'));
    expect(requests.items).toMatchObject([{ status: 'confirmed', topics: ['health'] }]);
    expect((await as('Rosa', 'GET', at('training', '/me/certificates'))).body.items).toHaveLength(1);
    await platform.settled();
    const { body: mails } = await as('Rosa', 'GET', at('notifications', '/me/messages'));
    const templates = mails.items.map(({ template }: { template: string }) => template);
    expect(templates).toEqual(expect.arrayContaining(['proposal', 'placement-confirmed']));
  });

  it('the two learn each other’s first name, and what each shares, while the placement runs', async () => {
    const known = async (name: string) =>
      (await as(name, 'GET', at('registration', '/me/acquaintances'))).body.items as Record<string, unknown>[];
    await platform.eventually(async () => expect(await known('Walid')).toHaveLength(1));
    const [guide] = await known('Walid');
    expect(guide).toEqual({
      ...{ id: guide?.['id'], other: 'volunteer', givenName: 'Rosa', shared: [], revision: 0 },
    });
    const shared = at('registration', `/me/acquaintances/${guide?.['id'] as string}/shared`);
    expect((await as('Rosa', 'PUT', shared, { ways: ['email'] })).status).toBe(200);
    await platform.settled();
    expect(await known('Walid')).toMatchObject([{ givenName: 'Rosa', email: 'rosa@example.org' }]);
    const [household] = await known('Rosa');
    expect(household).toMatchObject({ other: 'newcomer', givenName: 'Walid', shared: ['email'] });
    expect(household).not.toHaveProperty('email');

    const looks = (await as('Rosa', 'GET', at('registration', '/me/access-log'))).body.items as object[];
    expect(looks).toContainEqual(
      expect.objectContaining({
        relation: 'acquainted',
        roles: [expect.objectContaining({ code: 'newcomer' })],
        seen: [expect.objectContaining({ code: 'contact' }), expect.objectContaining({ code: 'name' })],
      }),
    );

    const { body: placements } = await as('Rosa', 'GET', at('matching', '/me/placements'));
    await office('matching', `/placements/${placements.items[0].id as string}/end`, { reason: 'done' });
    await platform.eventually(async () => expect(await known('Walid')).toEqual([]));
    expect(await known('Rosa')).toEqual([]);
    expect((await as('Rosa', 'PUT', shared, { ways: [] })).body).toMatchObject({ code: 'placement-ended' });
  });
});
