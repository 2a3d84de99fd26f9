import { deriveId, TenantScope } from '@lotsennetz/kernel';
import {
  mailedInvitation,
  personOfHeader,
  startForTest,
  type Answer,
  type TestDeployment,
} from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';

const identityOf = (name: string) => deriveId('identity', 'test', name);

describe('what is left of the membership of a forgotten person, over HTTP', () => {
  let platform: TestDeployment;
  let administrator: string;

  beforeAll(async () => {
    platform = await startForTest([registration], { callerFinders: [personOfHeader] });
    const runtime = platform.service('registration');
    await foundTenantNamed(runtime, { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
    administrator = (await createTokenFor(runtime, { tenant: 'siegen', role: 'administrator' })).token;
    await platform.settled();
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, body?: unknown) =>
    platform.call(method, `/registration/siegen${path}`, { body, token: administrator });
  const as = (name: string, method: string, path: string, body?: unknown) =>
    platform.call(method, `/registration/siegen${path}`, { body, headers: { 'x-test-person': identityOf(name) } });
  const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
  const ask = (subjectId: string, kind: string) =>
    call('POST', '/erasures', { subjectId, kind, ground: 'consent-withdrawn' });
  const forget = async (subjectId: string, kind: string) => {
    expect((await ask(subjectId, kind)).status).toBe(201);
    expect((await call('POST', `/erasures/${subjectId}/order`)).status).toBe(200);
    await platform.settled();
  };

  it.each([
    ['volunteer', '/me', { familyName: 'Nassauer', languages: ['de'] }],
    ['newcomer', '/me/household', { familyName: 'Kovalenko', householdSize: 4, languages: ['uk'] }],
  ])('the account of a %s opens nothing any more', async (role, own, facts) => {
    const { body: person } = await call('POST', `/${role}s`, {
      givenName: 'Rosa',
      email: 'rosa@example.org',
      ...facts,
    });
    const { body: offered } = await call('POST', '/accounts', { role, personId: person.id as string });
    await as(role, 'POST', '/invitations/accept', {
      invitation: await mailedInvitation(platform, { tenant: 'siegen', id: offered.id as string }),
    });
    await platform.settled();
    expect((await as(role, 'GET', own)).status).toBe(200);
    await forget(person.id as string, role);
    expect((await as(role, 'GET', own)).status).toBe(404);
    const { grants } = platform.service('registration').access;
    expect(grants.memberships.get(identityOf(role))).toBeUndefined();
    const { body } = await call('GET', `/accounts`);
    expect(body.items.find((each: { id: string }) => each.id === offered.id)).toMatchObject({ status: 'ended' });
    expect(codeOf(await call('POST', '/accounts', { role, personId: person.id as string }))).toEqual([410, 'erased']);
  });

  it('staff are forgotten too, once they have gone', async () => {
    const ines = { givenName: 'Ines', familyName: 'Demir', email: 'ines.demir@example.org', roles: ['coordinator'] };
    const { body: offered } = await call('POST', '/staff', ines);
    const id = offered.id as string;
    await as('ines', 'POST', '/invitations/accept', {
      invitation: await mailedInvitation(platform, { tenant: 'siegen', id: offered.id as string }),
    });
    expect(codeOf(await ask(id, 'volunteer'))).toEqual([404, 'not-found']);
    expect(codeOf(await ask(id, 'staff'))).toEqual([409, 'still-working']);
    expect(codeOf(await ask(id, 'request'))).toEqual([404, 'not-found']);
    expect(codeOf(await call('POST', '/exports', { subjectId: id, kind: 'request' }))).toEqual([404, 'not-found']);
    expect((await call('POST', `/staff/${id}/dismiss`)).status).toBe(200);
    await forget(id, 'staff');
    const { body: staff } = await call('GET', '/staff');
    expect(staff.items).toMatchObject([{ id, status: 'ended', givenName: { erased: true }, email: { erased: true } }]);
    expect(await platform.service('registration').keys.find(TenantScope.of('siegen'), id, 'name')).toBeUndefined();
  });

  it('a hold that nobody has placed cannot be lifted', async () => {
    const { body: person } = await call('POST', '/volunteers', {
      ...{ givenName: 'Emre', familyName: 'Yilmaz', email: 'emre@example.org' },
    });
    const holds = `/erasures/${person.id as string}/holds`;
    expect(codeOf(await call('DELETE', `${holds}/${deriveId('none')}`))).toEqual([404, 'not-found']);
    const hold = { reason: 'legal-claim', until: '2099-12-31' };
    expect(codeOf(await call('POST', `/erasures/${deriveId('nobody')}/holds`, hold))).toEqual([404, 'not-found']);
    const { body: held } = await call('POST', holds, hold);
    expect(codeOf(await call('DELETE', `${holds}/${deriveId('none')}`))).toEqual([404, 'not-found']);
    for (const _ of ['once', 'again'])
      expect((await call('DELETE', `${holds}/${held.id as string}`)).body.revision).toBe(1);
  });
});
