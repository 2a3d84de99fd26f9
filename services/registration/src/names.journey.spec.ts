import { randomUUID } from 'node:crypto';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { appointMember, createTokenFor, foundTenantNamed, registration } from './index.js';

describe('the names of a page, over HTTP', () => {
  let platform: TestDeployment;
  const tokens = { coordinator: '', trainer: '' };
  let rosa: string;
  let walid: string;
  let stranger: string;
  let jonas: string;
  let account: string;
  let staffElsewhere: string;

  beforeAll(async () => {
    platform = await startForTest([registration]);
    const runtime = platform.service('registration');
    for (const id of ['siegen', 'kreuztal'])
      await foundTenantNamed(runtime, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
    for (const role of ['coordinator', 'trainer'] as const)
      tokens[role] = (await createTokenFor(runtime, { tenant: 'siegen', role })).token;
    const { token: elsewhere } = await createTokenFor(runtime, { tenant: 'kreuztal', role: 'coordinator' });
    await platform.settled();
    rosa = await enter('siegen/volunteers', {
      givenName: 'Rosa',
      familyName: 'Nassauer',
      phone: '0271 5550024',
      email: 'rosa@example.org',
    });
    walid = await enter('siegen/newcomers', {
      givenName: 'Walid',
      familyName: 'Kovalenko',
      householdSize: 4,
      languages: ['ar'],
    });
    stranger = await enter('kreuztal/volunteers', { givenName: 'Ines', familyName: 'Demir', phone: '1234' }, elsewhere);
    jonas = await appointed('siegen', 'Jonas');
    staffElsewhere = await appointed('kreuztal', 'Carla');
    await platform.settled();
    account = await enter('siegen/accounts', { role: 'volunteer', personId: rosa });
    await platform.settled();
  });
  afterAll(() => platform.close());

  const enter = async (path: string, body: object, token = tokens.coordinator): Promise<string> => {
    const answer = await platform.call('POST', `/registration/${path}`, { body, token });
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  };
  const appointed = async (tenant: string, givenName: string): Promise<string> => {
    const person = { givenName, familyName: 'Brandt', email: `${givenName.toLowerCase()}@example.org` };
    const { membershipId } = await appointMember(platform.service('registration'), {
      tenant,
      person,
      roles: ['trainer'],
    });
    return membershipId;
  };
  const ask = (ids: readonly string[], token = tokens.coordinator) =>
    platform.call('GET', `/registration/siegen/names?${ids.map((id) => `ids=${id}`).join('&')}`, { token });
  const rosaNassauer = () => ({ id: rosa, kind: 'volunteer', givenName: 'Rosa', familyName: 'Nassauer' });

  it('come for volunteers and households at once, and say nothing else of them', async () => {
    const kovalenko = { id: walid, kind: 'newcomer', givenName: 'Walid', familyName: 'Kovalenko' };
    const answer = await ask([walid, rosa]);
    expect([answer.status, answer.body]).toEqual([200, { items: [kovalenko, rosaNassauer()], next: null }]);
  });
  it('come for one person, too', async () => {
    expect((await ask([rosa])).body.items).toEqual([rosaNassauer()]);
  });
  it('leave out who is nobody here', async () => {
    expect((await ask([randomUUID(), stranger, rosa])).body.items).toEqual([rosaNassauer()]);
  });
  it('of households are for the office alone', async () => {
    expect((await ask([walid, rosa], tokens.trainer)).body.items).toEqual([rosaNassauer()]);
  });
  it('of colleagues are for the office alone, and never those of another tenant', async () => {
    const brandt = { id: jonas, kind: 'staff', givenName: 'Jonas', familyName: 'Brandt' };
    expect((await ask([jonas, staffElsewhere])).body.items).toEqual([brandt]);
    expect((await ask([jonas, rosa], tokens.trainer)).body.items).toEqual([rosaNassauer()]);
  });
  it('are not found under the membership of a volunteer', async () => {
    expect((await ask([account])).body.items).toEqual([]);
  });
  it('are asked a hundred at a time, each once', async () => {
    expect((await ask(Array.from({ length: 100 }, () => randomUUID()))).status).toBe(200);
    expect((await ask(Array.from({ length: 101 }, () => randomUUID()))).status).toBe(400);
    expect((await ask([rosa, rosa])).status).toBe(400);
    expect((await ask([])).status).toBe(400);
  });
});
