import type { StreamName } from '@lotsennetz/kernel';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, foundTenantNamed, registration } from './index.js';

describe('registration over HTTP', () => {
  let platform: TestDeployment;
  let coordinator: string;

  beforeAll(async () => {
    platform = await startForTest([registration]);
    const runtime = platform.service('registration');
    for (const id of ['siegen', 'kreuztal'])
      await foundTenantNamed(runtime, { id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' });
    coordinator = (await createTokenFor(runtime, { tenant: 'siegen', role: 'coordinator' })).token;
    await platform.settled();
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    platform.call(method, path, { body, token: coordinator, headers });

  it('registers an interest, accepts it and shows the volunteer', async () => {
    const interest = {
      givenName: 'Rosa',
      familyName: 'Nassauer',
      email: 'rosa.nassauer@example.org',
      languages: ['de', 'ar'],
      capacity: 2,
    };
    const created = await call('POST', '/registration/siegen/volunteers', interest);
    expect(created.status).toBe(201);
    const accepted = await call('POST', `/registration/siegen/volunteers/${created.body.id}/accept`);
    expect(accepted.status).toBe(200);
    const shown = await call(
      'GET',
      `/registration/siegen/volunteers/${created.body.id}?after=${accepted.body.position}`,
    );
    expect(shown.body).toMatchObject({
      givenName: 'Rosa',
      familyName: 'Nassauer',
      status: 'active',
      revision: 1,
      possibleDuplicateOf: [],
    });
  });

  it('answers a repeated Idempotency-Key like the first time and refuses another body under it', async () => {
    const interest = { givenName: 'Emre', familyName: 'Lindner', phone: '0271 55500024' };
    const first = await call('POST', '/registration/siegen/volunteers', interest, { 'idempotency-key': 'k1' });
    const again = await call('POST', '/registration/siegen/volunteers', interest, { 'idempotency-key': 'k1' });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await call(
      'POST',
      '/registration/siegen/volunteers',
      { ...interest, givenName: 'Ines' },
      { 'idempotency-key': 'k1' },
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('tells nobody what is not theirs', async () => {
    expect((await platform.call('GET', '/registration/siegen/volunteers')).status).toBe(401);
    const foreign = await call('GET', '/registration/kreuztal/volunteers');
    const unknown = await call('GET', '/registration/nowhere/volunteers');
    expect([foreign.status, foreign.body]).toEqual([404, unknown.body]);
  });

  it('refuses a stale If-Match', async () => {
    const { body } = await call('POST', '/registration/siegen/volunteers', {
      givenName: 'Ines',
      familyName: 'Demir',
      email: 'ines@example.org',
    });
    await call('POST', `/registration/siegen/volunteers/${body.id}/accept`, {}, { 'if-match': '"0"' });
    const stale = await call('POST', `/registration/siegen/volunteers/${body.id}/pause`, {}, { 'if-match': '"0"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale']);
  });

  it('names every wrong field', async () => {
    const answer = await call('POST', '/registration/siegen/volunteers', {
      givenName: '',
      familyName: 'X',
      email: 'no',
      surprise: 1,
    });
    expect(answer.status).toBe(400);
    const fields = new Set(answer.body.errors.map((error: { field: string }) => error.field));
    expect(fields).toEqual(new Set(['givenName', 'email', 'surprise']));
  });

  it('answers the open form without telling who is known', async () => {
    const form = { givenName: 'Walid', familyName: 'Kovalenko', email: 'walid@example.org' };
    const answer = await platform.call('POST', '/registration/siegen/interests', { body: form });
    expect([answer.status, answer.body]).toEqual([202, { status: 'accepted' }]);
    await platform.call('POST', '/registration/siegen/interests', {
      body: { ...form, familyName: 'Früher', interestedSince: '2015-01-06' },
    });
    await platform.eventually(async () => {
      const page = await call('GET', '/registration/siegen/volunteers?q=Früher');
      expect(page.body.items).toMatchObject([{ interestedSince: '2015-01-06', channel: 'form' }]);
    });
  });

  it('finds people by name and hints at duplicates', async () => {
    const twin = { givenName: 'Zoë', familyName: 'Müller', email: 'zoe@example.org' };
    await call('POST', '/registration/siegen/volunteers', twin);
    const { body } = await call('POST', '/registration/siegen/volunteers', { ...twin, givenName: 'Zoe' });
    const found = await call('GET', `/registration/siegen/volunteers?q=zoe+mull&after=${body.position}`);
    expect(found.body.items).toHaveLength(2);
    expect(found.body.items[0].possibleDuplicateOf).toEqual([found.body.items[1].id]);
  });

  it('imports a roster, all or nothing, and doubles nothing', async () => {
    const header = 'Vorname;Nachname;E-Mail;Sprachen;Interesse seit\r\n';
    const broken = await platform.call('POST', '/registration/siegen/imports/volunteers', {
      token: coordinator,
      csv: `${header}A;B;a@example.org;de;31.02.2015\r\nC;D;c@example.org;xx1;01.02.2015`,
    });
    expect(broken.status).toBe(422);
    expect(broken.body.errors).toEqual([
      expect.objectContaining({ line: 2, column: 'Interesse seit' }),
      expect.objectContaining({ line: 3, column: 'Sprachen' }),
    ]);
    const csv = `\uFEFF${header}Anna;Import;anna.import@example.org;de,ar;06.01.2015\r\nBen;Import;ben.import@example.org;de;07.01.2015\r\n`;
    for (const _ of [1, 2]) {
      const started = await platform.call('POST', '/registration/siegen/imports/volunteers', {
        token: coordinator,
        csv,
      });
      expect(started.status).toBe(202);
      await platform.eventually(async () =>
        expect((await call('GET', `/registration/siegen/imports/${started.body.id}`)).body).toMatchObject({
          state: 'done',
          done: 2,
          total: 2,
        }),
      );
    }
    const found = await call('GET', '/registration/siegen/volunteers?q=import');
    expect(
      found.body.items.map((item: { interestedSince: string; status: string }) => [item.interestedSince, item.status]),
    ).toEqual([
      ['2015-01-06', 'active'],
      ['2015-01-07', 'active'],
    ]);
  });

  it('records a correction once: what is so already is none', async () => {
    const household = {
      givenName: 'Walid',
      familyName: 'Kovalenko',
      householdSize: 4,
      languages: ['ar'],
      note: 'no lift',
    };
    const { body } = await call('POST', '/registration/siegen/newcomers', household);
    const path = `/registration/siegen/newcomers/${body.id}`;
    const corrected = await call('PATCH', path, { ...household, householdSize: 5 });
    expect([corrected.status, corrected.body.revision]).toEqual([200, 1]);
    const again = await call('PATCH', path, { ...household, householdSize: 5 });
    expect([again.status, again.body.revision]).toEqual([200, 1]);
    const shown = await call('GET', `${path}?after=${corrected.body.position}`);
    expect(shown.body).toMatchObject({ ...household, householdSize: 5 });
    const events = await platform
      .service('registration')
      .eventStore.readStream(`registration.newcomer-siegen_${body.id}` as StreamName);
    expect(events.map(({ type, data }) => [type, Object.keys(data)])).toEqual([
      ['NewcomerRegistered', expect.any(Array)],
      ['NewcomerCorrected', ['householdSize']],
    ]);
  });

  it('records a change of profile once, and believes no year of birth to come', async () => {
    const rosa = { givenName: 'Rosa', familyName: 'Demir', email: 'rosa.demir@example.org', birthYear: 1971 };
    const { body } = await call('POST', '/registration/siegen/volunteers', rosa);
    const path = `/registration/siegen/volunteers/${body.id}`;
    expect((await call('PATCH', path, rosa)).body.revision).toBe(0);
    expect((await call('PATCH', path, { ...rosa, birthYear: 1972 })).body.revision).toBe(1);
    expect((await call('PATCH', path, { birthYear: 2099 })).status).toBe(400);
    expect((await call('PATCH', path, { clear: ['birthYear'] })).body.revision).toBe(2);
    expect((await call('PATCH', path, { clear: ['birthYear'] })).body.revision).toBe(2);
    expect((await call('GET', path)).body).not.toHaveProperty('birthYear');
    expect((await call('PATCH', path, { clear: ['givenName'] })).status).toBe(400);
    expect((await call('POST', '/registration/siegen/volunteers', { ...rosa, birthYear: 2099 })).status).toBe(400);
    const unknown = '00000000-0000-8000-8000-000000000000';
    expect((await call('PATCH', `/registration/siegen/newcomers/${unknown}`, { town: 'Siegen' })).status).toBe(404);
  });
});
