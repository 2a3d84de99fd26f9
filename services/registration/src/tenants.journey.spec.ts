import { deriveId } from '@lotsennetz/kernel';
import {
  mailedInvitation,
  personOfHeader,
  startForTest,
  type Answer,
  type TestDeployment,
} from '@lotsennetz/platform/testing';
import { acceptInvitationAs, appointMember, createTokenFor, foundTenantNamed, registration } from './index.js';

const identityOf = (name: string) => deriveId('identity', 'test', name);

describe('tenants and who works for them, over HTTP', () => {
  let platform: TestDeployment;
  let administrator: string;

  beforeAll(async () => {
    platform = await startForTest([registration], { callerFinders: [personOfHeader] });
    const runtime = platform.service('registration');
    for (const [id, kind] of [
      ['siegen', 'municipality'],
      ['kreuztal', 'municipality'],
      ['kreis', 'county'],
    ] as const)
      await foundTenantNamed(runtime, { id, name: `Stadt ${id}`, kind, timeZone: 'Europe/Berlin' });
    administrator = (await createTokenFor(runtime, { tenant: 'siegen', role: 'administrator' })).token;
    const person = { givenName: 'Otto', familyName: 'Betrieb', email: 'otto@example.org' };
    const { invitation } = await appointMember(runtime, { tenant: 'platform', person, roles: ['operator'] });
    await acceptInvitationAs(runtime, { tenant: 'platform', invitation, identity: identityOf('otto') });
    await platform.settled();
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    platform.call(method, path, { body, token: administrator, headers });
  const as = (person: string, method: string, path: string, body?: unknown) =>
    platform.call(method, path, { body, headers: { 'x-test-person': person } });
  const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
  async function appoint(name: string, roles: readonly string[]): Promise<string> {
    const person = { givenName: name, familyName: 'Test', email: `${name}@example.org`, roles };
    const invited = await call('POST', '/registration/siegen/staff', person);
    expect(invited.status).toBe(201);
    const accepted = await as(identityOf(name), 'POST', '/registration/siegen/invitations/accept', {
      invitation: await mailedInvitation(platform, { tenant: 'siegen', id: invited.body.id as string }),
    });
    expect(accepted.status).toBe(200);
    await platform.settled();
    return invited.body.id as string;
  }

  it('founds a tenant for the operator, who sees nothing of it', async () => {
    const otto = identityOf('otto');
    const facts = { id: 'netphen', name: 'Stadt Netphen', kind: 'municipality', timeZone: 'Europe/Berlin' };
    const founded = await as(otto, 'POST', '/registration/platform/tenants', { ...facts, legalRegime: 'DSGVO' });
    expect([founded.status, founded.body.id]).toEqual([201, 'netphen']);
    await platform.settled();
    const list = await as(otto, 'GET', '/registration/platform/tenants');
    expect(list.body.items).toContainEqual({ ...facts, legalRegime: 'DSGVO' });
    for (const path of ['settings', 'staff', 'volunteers', 'tokens'])
      expect(codeOf(await as(otto, 'GET', `/registration/netphen/${path}`))).toEqual([404, 'not-found']);
    expect(codeOf(await as(`${otto} one-factor`, 'GET', '/registration/platform/tenants'))[1]).toBe(
      'second-factor-needed',
    );
    expect((await call('GET', '/registration/platform/tenants')).status).toBe(404);
    const reserved = await as(otto, 'POST', '/registration/platform/tenants', { ...facts, id: 'platform' });
    expect(codeOf(reserved)).toEqual([409, 'reserved-id']);
  });

  it('changes settings, and shows them', async () => {
    const change = { languages: ['de', 'ar'], federalState: 'DE-NW', retention: [{ kind: 'newcomers', months: 24 }] };
    const { body } = await call('PATCH', '/registration/siegen/settings', change);
    const shown = await call('GET', `/registration/siegen/settings?after=${body.position as string}`);
    expect(shown.body).toMatchObject({ ...change, name: 'Stadt siegen', revision: 1 });
    const wrong = await call('PATCH', '/registration/siegen/settings', { timeZone: 'Europe/Siegen' });
    expect(wrong.body.errors).toMatchObject([{ field: 'timeZone' }]);
  });

  it('opens and closes an office', async () => {
    const opened = await call('POST', '/registration/siegen/offices', { name: 'Büro Mitte', postalCode: '57072' });
    const closed = await call('POST', `/registration/siegen/offices/${opened.body.id as string}/close`);
    const list = await call('GET', `/registration/siegen/offices?after=${closed.body.position as string}`);
    expect(list.body.items).toMatchObject([{ name: 'Büro Mitte', status: 'closed' }]);
  });

  it('lets invited staff in once they have accepted, and not a moment longer than they are members', async () => {
    const id = await appoint('ines', ['coordinator']);
    const ines = identityOf('ines');
    expect((await as(ines, 'GET', '/registration/siegen/volunteers')).status).toBe(200);
    expect(codeOf(await as(`${ines} one-factor`, 'GET', '/registration/siegen/volunteers'))).toEqual([
      403,
      'second-factor-needed',
    ]);
    expect((await as(ines, 'GET', '/registration/kreuztal/volunteers')).status).toBe(404);
    expect(codeOf(await as(ines, 'GET', '/registration/siegen/staff'))).toEqual([403, 'forbidden']);
    const dismissed = await call('POST', `/registration/siegen/staff/${id}/dismiss`);
    const list = await call('GET', `/registration/siegen/staff?after=${dismissed.body.position as string}`);
    expect(list.body.items).toMatchObject([{ id, givenName: 'ines', status: 'ended' }]);
    expect(JSON.stringify(list.body)).not.toContain(ines);
    await platform.settled();
    expect((await as(ines, 'GET', '/registration/siegen/volunteers')).status).toBe(404);
  });

  it('honours only the newest invitation, of this tenant, once', async () => {
    const person = { givenName: 'Emil', familyName: 'Test', email: 'emil@example.org', roles: ['trainer'] };
    const first = await call('POST', '/registration/siegen/staff', person, { 'idempotency-key': 'emil' });
    const again = await call('POST', '/registration/siegen/staff', person, { 'idempotency-key': 'emil' });
    expect(again.body).toEqual(first.body);
    const second = await call('POST', `/registration/siegen/staff/${first.body.id as string}/invite-again`);
    expect(second.status).toBe(201);
    const at = { tenant: 'siegen', id: first.body.id as string };
    const accept = async (who: string, number: number, tenant = 'siegen') => {
      const invitation = await mailedInvitation(platform, { ...at, number });
      return as(identityOf(who), 'POST', `/registration/${tenant}/invitations/accept`, { invitation });
    };
    expect(codeOf(await accept('emil', 1))).toEqual([410, 'invitation-replaced']);
    expect(codeOf(await accept('emil', 2, 'kreuztal'))).toEqual([404, 'not-found']);
    expect((await accept('emil', 2)).status).toBe(200);
    expect((await accept('emil', 2)).status).toBe(200);
    expect(codeOf(await accept('somebody', 2))).toEqual([409, 'already-accepted']);
    expect((await call('POST', '/registration/siegen/invitations/accept', { invitation: 'x' })).status).toBe(403);
  });

  it('keeps an administrator', async () => {
    const one = await appoint('ada', ['administrator']);
    const ada = identityOf('ada');
    const demote = (id: string) => as(ada, 'PUT', `/registration/siegen/staff/${id}/roles`, { roles: ['trainer'] });
    expect(codeOf(await as(ada, 'POST', `/registration/siegen/staff/${one}/dismiss`))).toEqual([
      409,
      'last-administrator',
    ]);
    expect(codeOf(await demote(one))).toEqual([409, 'last-administrator']);
    await appoint('bea', ['administrator']);
    expect((await demote(one)).status).toBe(200);
    await platform.settled();
    expect(codeOf(await as(ada, 'GET', '/registration/siegen/staff'))).toEqual([403, 'forbidden']);
  });

  it('gives a volunteer an account, and takes it back', async () => {
    const rosa = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org' };
    const { body: volunteer } = await call('POST', '/registration/siegen/volunteers', rosa);
    const account = { role: 'volunteer', personId: volunteer.id as string };
    const offered = await call('POST', '/registration/siegen/accounts', account);
    expect(offered.status).toBe(201);
    const wrong = await call('POST', '/registration/siegen/accounts', { ...account, role: 'newcomer' });
    expect(codeOf(wrong)).toEqual([404, 'not-found']);
    const invitation = await mailedInvitation(platform, { tenant: 'siegen', id: offered.body.id as string });
    const who = `${identityOf('rosa')} one-factor`;
    expect((await as(who, 'POST', '/registration/siegen/invitations/accept', { invitation })).status).toBe(200);
    await platform.settled();
    const list = await call('GET', '/registration/siegen/accounts?status=active');
    expect(list.body.items).toMatchObject([{ givenName: 'Rosa', subjectId: volunteer.id, kind: 'account' }]);
    expect(codeOf(await as(who, 'GET', '/registration/siegen/volunteers'))).toEqual([403, 'forbidden']);
    expect((await as(who, 'POST', '/registration/siegen/me/account/end')).status).toBe(200);
    await platform.settled();
    expect((await as(who, 'POST', '/registration/siegen/me/account/end')).status).toBe(404);
  });

  it('signs agreements from both sides', async () => {
    const kreuztal = await createTokenFor(platform.service('registration'), {
      tenant: 'kreuztal',
      role: 'administrator',
    });
    await platform.settled();
    const terms = { partner: 'kreuztal', shares: ['courses'] };
    expect((await call('POST', '/registration/siegen/agreements', terms)).status).toBe(201);
    await platform.settled();
    const seen = await platform.call('GET', '/registration/kreuztal/agreements', { token: kreuztal.token });
    expect(seen.body.items).toMatchObject([{ partner: 'siegen', signedHere: [], signedThere: ['courses'] }]);
    const own = { partner: 'siegen', shares: ['courses'] };
    await platform.call('POST', '/registration/kreuztal/agreements', { token: kreuztal.token, body: own });
    await platform.settled();
    expect((await call('GET', '/registration/siegen/agreements')).body.items).toMatchObject([{ shared: ['courses'] }]);
    expect((await call('POST', '/registration/siegen/agreements/kreuztal/end')).status).toBe(200);
    await platform.settled();
    expect((await call('GET', '/registration/siegen/agreements')).body.items).toMatchObject([{ shared: [] }]);
    expect((await call('POST', '/registration/siegen/agreements/nobody/end')).status).toBe(404);
    expect(codeOf(await call('POST', '/registration/siegen/agreements', own))).toEqual([422, 'own-tenant']);
    const nobody = await call('POST', '/registration/siegen/agreements', { ...terms, partner: 'nobody' });
    expect(codeOf(nobody)).toEqual([422, 'unknown-partner']);
  });

  it('grants oversight to a county, and revokes it', async () => {
    const grant = { county: 'kreis', purpose: 'Integrationsbericht', until: '2099-12-31' };
    const granted = await call('POST', '/registration/siegen/oversights', grant);
    expect(granted.status).toBe(201);
    const wrong = await call('POST', '/registration/siegen/oversights', { ...grant, county: 'kreuztal' });
    expect(codeOf(wrong)).toEqual([422, 'not-a-county']);
    const kreis = await createTokenFor(platform.service('registration'), { tenant: 'kreis', role: 'analyst' });
    await platform.settled();
    const received = () => platform.call('GET', '/registration/kreis/oversights/received', { token: kreis.token });
    expect((await received()).body.items).toMatchObject([{ tenant: 'siegen', fields: [], ...grant }]);
    const revoked = await call('POST', `/registration/siegen/oversights/${granted.body.id as string}/revoke`);
    const list = await call('GET', `/registration/siegen/oversights?after=${revoked.body.position as string}`);
    expect(list.body.items).toMatchObject([{ ...grant, status: 'revoked' }]);
    await platform.settled();
    expect((await received()).body.items).toEqual([]);
  });

  it('makes tokens that show once, are limited, say when they were used, and end', async () => {
    const wanted = { role: 'coordinator', services: ['registration'], readOnly: true };
    const made = await call('POST', '/registration/siegen/tokens', wanted, { 'idempotency-key': 'token' });
    expect(made.body.token).toMatch(/^lotse_/);
    const again = await call('POST', '/registration/siegen/tokens', wanted, { 'idempotency-key': 'token' });
    expect(again.body).toEqual({ ...made.body, token: null });
    await platform.settled();
    const token = made.body.token as string;
    expect((await platform.call('GET', '/registration/siegen/volunteers', { token })).status).toBe(200);
    const body = { givenName: 'A', familyName: 'B' };
    const written = await platform.call('POST', '/registration/siegen/volunteers', { token, body });
    expect(codeOf(written)).toEqual([403, 'token-out-of-scope']);
    const id = made.body.id as string;
    await platform.eventually(async () => {
      const list = await call('GET', '/registration/siegen/tokens');
      const shown = (list.body.items as { id: string; lastUsedAt: string | null }[]).find((each) => each.id === id);
      expect(shown).toMatchObject({ ...wanted, status: 'valid' });
      expect(shown?.lastUsedAt).toMatch(/^20/);
    });
    expect((await call('POST', `/registration/siegen/tokens/${id}/revoke`)).status).toBe(200);
    await platform.settled();
    expect((await platform.call('GET', '/registration/siegen/volunteers', { token })).status).toBe(401);
    const late = await call('POST', '/registration/siegen/tokens', { role: 'analyst', validUntil: '2099-01-01' });
    expect(late.body.errors).toMatchObject([{ field: 'validUntil' }]);
    const own = await call('POST', '/registration/siegen/tokens', { role: 'volunteer' });
    expect(own.status).toBe(400);
  });
});
