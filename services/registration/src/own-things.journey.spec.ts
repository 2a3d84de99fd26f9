import { deriveId } from '@lotsennetz/kernel';
import {
  mailedInvitation,
  personOfHeader,
  startForTest,
  type Answer,
  type TestDeployment,
} from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';

const identityOf = (name: string) => deriveId('identity', 'test', name);

describe('what people see and change of their own, over HTTP', () => {
  let platform: TestDeployment;
  let office: string;
  let rosa: string;
  let walid: string;

  beforeAll(async () => {
    platform = await startForTest([registration], { callerFinders: [personOfHeader] });
    const runtime = platform.service('registration');
    for (const id of ['siegen', 'kreuztal'])
      await foundTenantNamed(runtime, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
    office = (await createTokenFor(runtime, { tenant: 'siegen', role: 'coordinator' })).token;
    await platform.settled();
    const volunteer = { familyName: 'Nassauer', languages: ['de', 'ar'], capacity: 2, birthYear: 1971 };
    rosa = await known('rosa', 'volunteer', { givenName: 'Rosa', email: 'rosa@example.org', ...volunteer });
    await known('emre', 'volunteer', { givenName: 'Emre', email: 'emre@example.org', ...volunteer });
    const household = { familyName: 'Kovalenko', householdSize: 4, languages: ['ar'], note: 'Third floor, no lift' };
    walid = await known('walid', 'newcomer', { givenName: 'Walid', email: 'walid@example.org', ...household });
    await call('POST', `/volunteers/${rosa}/accept`);
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, body?: unknown) =>
    platform.call(method, `/registration/siegen${path}`, { body, token: office });
  const as = (name: string, method: string, path: string, body?: unknown, tenant = 'siegen') =>
    platform.call(method, `/registration/${tenant}${path}`, {
      body,
      headers: { 'x-test-person': `${identityOf(name)} one-factor` },
    });
  const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];

  /** Somebody in the office's books who has accepted an account. */
  async function known(name: string, role: 'volunteer' | 'newcomer', facts: object): Promise<string> {
    const { body: person } = await call('POST', `/${role}s`, facts);
    const { body: offered } = await call('POST', '/accounts', { role, personId: person.id as string });
    const accepted = await as(name, 'POST', '/invitations/accept', {
      invitation: await mailedInvitation(platform, { tenant: 'siegen', id: offered.id as string }),
    });
    expect(accepted.status).toBe(200);
    await platform.settled();
    return person.id as string;
  }

  it('shows volunteers their own record, and what they have changed of it', async () => {
    const before = await as('rosa', 'GET', '/me');
    expect(before.body).toMatchObject({ id: rosa, givenName: 'Rosa', status: 'active', birthYear: 1971, capacity: 2 });
    expect(before.body).not.toHaveProperty('possibleDuplicateOf');
    expect(before.body).not.toHaveProperty('channel');
    const changed = await as('rosa', 'PATCH', '/me', { phone: '0271 55500024', capacity: 1, topics: ['health'] });
    expect([changed.status, changed.body.id]).toEqual([200, rosa]);
    const after = await as('rosa', 'GET', `/me?after=${changed.body.position as string}`);
    expect(after.body).toMatchObject({
      phone: '0271 55500024',
      capacity: 1,
      topics: ['health'],
      languages: ['de', 'ar'],
    });
    expect((await as('emre', 'GET', '/me')).body).toMatchObject({
      givenName: 'Emre',
      capacity: 2,
      status: 'interested',
    });
  });

  it('leaves a name to the office', async () => {
    const refused = await as('rosa', 'PATCH', '/me', { givenName: 'Rosalie' });
    expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining({ field: 'givenName' })]]);
  });

  it('does not overwrite what somebody else has changed meanwhile', async () => {
    const { body: seen } = await as('rosa', 'GET', '/me');
    await call('PATCH', `/volunteers/${rosa}`, { town: 'Siegen' });
    const stale = await platform.call('PATCH', '/registration/siegen/me', {
      body: { town: 'Kreuztal' },
      headers: { 'x-test-person': identityOf('rosa'), 'if-match': `"${seen.revision as number}"` },
    });
    expect(codeOf(stale)).toEqual([412, 'stale']);
  });

  it('lets volunteers take a break and come back', async () => {
    for (const [step, status] of [
      ['pause', 'paused'],
      ['pause', 'paused'],
      ['resume', 'active'],
    ] as const) {
      const done = await as('rosa', 'POST', `/me/${step}`);
      expect(done.status).toBe(200);
      expect((await as('rosa', 'GET', `/me?after=${done.body.position as string}`)).body).toMatchObject({ status });
    }
    expect(codeOf(await as('emre', 'POST', '/me/pause'))).toEqual([409, 'not-active']);
  });

  it('shows households their own record, without notes of the office', async () => {
    const { status, body } = await as('walid', 'GET', '/me/household');
    expect([status, body]).toMatchObject([200, { id: walid, givenName: 'Walid', householdSize: 4, languages: ['ar'] }]);
    expect(JSON.stringify(body)).not.toContain('Third floor');
  });

  it('lets households put right what is stored of them, names too, but not the note of the office', async () => {
    const { body: seen } = await as('walid', 'GET', '/me/household');
    const right = { givenName: 'Volodymyr', phone: '0271 55500031', clear: ['email'] };
    const corrected = await as('walid', 'PATCH', '/me/household', right);
    expect([corrected.status, corrected.body.id]).toEqual([200, walid]);
    const { body: now } = await as('walid', 'GET', `/me/household?after=${corrected.body.position as string}`);
    expect(now).toMatchObject({ givenName: 'Volodymyr', phone: '0271 55500031', familyName: 'Kovalenko' });
    expect(now).not.toHaveProperty('email');
    for (const wrong of [{ note: 'x' }, { clear: ['note'] }])
      expect((await as('walid', 'PATCH', '/me/household', wrong)).status).toBe(400);
    const stale = await platform.call('PATCH', '/registration/siegen/me/household', {
      body: { town: 'Kreuztal' },
      headers: { 'x-test-person': identityOf('walid'), 'if-match': `"${seen.revision as number}"` },
    });
    expect(codeOf(stale)).toEqual([412, 'stale']);
  });

  it('tells people how far it is with being forgotten, and lets them think better of it', async () => {
    const now = async (after = '') => (await as('walid', 'GET', `/me/erasure${after}`)).body;
    expect(await now()).toEqual({ status: 'none', statusSince: null, requestedBy: null, holds: [], carryOutOn: null });
    await as('walid', 'POST', '/me/erasure', { ground: 'consent-withdrawn' });
    const hold = { reason: 'running-placement', until: '2999-12-31' };
    const held = await call('POST', `/erasures/${walid}/holds`, hold);
    expect(await now(`?after=${held.body.position as string}`)).toMatchObject({
      ...{ status: 'requested', requestedBy: 'person', holds: [hold] },
    });
    for (const _ of ['once', 'again']) {
      const { status, body } = await as('walid', 'DELETE', '/me/erasure');
      expect([status, await now(`?after=${body.position as string}`)]).toMatchObject([200, { status: 'withdrawn' }]);
    }
    await call('POST', '/erasures', {
      subjectId: rosa,
      kind: 'volunteer',
      ground: 'purpose-ended',
      requestedBy: 'office',
    });
    expect(codeOf(await as('rosa', 'DELETE', '/me/erasure'))).toEqual([409, 'requested-by-others']);
  });

  it('is nobody else’s: neither staff, nor the other role, nor another tenant, nor without an account', async () => {
    for (const [method, path] of [
      ['GET', '/me'],
      ['PATCH', '/me'],
      ['POST', '/me/pause'],
      ['POST', '/me/resume'],
    ] as const) {
      const body = method === 'PATCH' ? {} : undefined;
      expect(codeOf(await call(method, path, body))).toEqual([403, 'forbidden']);
      expect(codeOf(await as('walid', method, path, body))).toEqual([403, 'forbidden']);
      expect(codeOf(await as('rosa', method, path, body, 'kreuztal'))).toEqual([404, 'not-found']);
      expect(codeOf(await as('somebody', method, path, body))).toEqual([404, 'not-found']);
      expect((await platform.call(method, `/registration/siegen${path}`, { body })).status).toBe(401);
    }
    expect(codeOf(await as('rosa', 'GET', '/me/household'))).toEqual([403, 'forbidden']);
    expect(codeOf(await call('GET', '/me/household'))).toEqual([403, 'forbidden']);
    expect(codeOf(await as('rosa', 'PATCH', '/me/household', {}))).toEqual([403, 'forbidden']);
    expect(codeOf(await call('PATCH', '/me/household', {}))).toEqual([403, 'forbidden']);
  });

  it('does not open the office’s routes, not even about oneself', async () => {
    for (const [who, method, path] of [
      ['rosa', 'GET', '/volunteers'],
      ['rosa', 'GET', `/volunteers/${rosa}`],
      ['rosa', 'PATCH', `/volunteers/${rosa}`],
      ['rosa', 'POST', `/volunteers/${rosa}/pause`],
      ['rosa', 'GET', `/volunteers/${rosa}/timeline`],
      ['rosa', 'GET', '/newcomers'],
      ['walid', 'GET', `/newcomers/${walid}`],
      ['walid', 'GET', '/volunteers'],
    ] as const)
      expect(codeOf(await as(who, method, path, method === 'GET' ? undefined : {}))).toEqual([403, 'forbidden']);
  });
});
