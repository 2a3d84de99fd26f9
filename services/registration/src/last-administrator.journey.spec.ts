import { deriveId } from '@lotsennetz/kernel';
import { personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { acceptInvitationAs, appointMember, foundTenantNamed, registration } from './index.js';

const identityOf = (name: string) => deriveId('identity', 'test', name);

describe('administrators who leave at the same moment', () => {
  let platform: TestDeployment;

  beforeAll(async () => {
    platform = await startForTest([registration], { callerFinders: [personOfHeader] });
  });
  afterAll(() => platform.close());

  /** A town of its own with these administrators; answers the ids of their memberships. */
  async function townOf(tenant: string, ...names: readonly string[]): Promise<readonly string[]> {
    const runtime = platform.service('registration');
    await foundTenantNamed(runtime, { id: tenant, name: tenant, kind: 'municipality', timeZone: 'Europe/Berlin' });
    const ids: string[] = [];
    for (const name of names) {
      const person = { givenName: name, familyName: 'Test', email: `${name}@example.org` };
      const { invitation } = await appointMember(runtime, { tenant, person, roles: ['administrator'] });
      const accepted = await acceptInvitationAs(runtime, { tenant, invitation, identity: identityOf(name) });
      if (accepted.kind === 'refused') throw new Error(accepted.code);
      ids.push(accepted.membershipId);
    }
    await platform.settled();
    return ids;
  }
  const as = (name: string, method: string, path: string, body?: unknown) =>
    platform.call(method, `/registration/${path}`, { body, headers: { 'x-test-person': identityOf(name) } });
  const dismiss = (name: string, tenant: string, id?: string) => as(name, 'POST', `${tenant}/staff/${id}/dismiss`);
  const demote = (name: string, tenant: string, id?: string) =>
    as(name, 'PUT', `${tenant}/staff/${id}/roles`, { roles: ['trainer'] });
  const statusesOf = async (...answers: readonly ReturnType<typeof as>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).sort();

  it('by dismissing each other leave one behind', async () => {
    const [ada, bea] = await townOf('siegen', 'ada', 'bea');
    const answered = await statusesOf(dismiss('ada', 'siegen', bea), dismiss('bea', 'siegen', ada));
    // Refused, or already out when the guard looked: either way one of the two stays.
    expect([
      [200, 409],
      [200, 404],
    ]).toContainEqual(answered);
  });
  it('by giving the role up leave one behind, who can let the other one in again', async () => {
    const [cem, dora] = await townOf('kreuztal', 'cem', 'dora');
    expect(await statusesOf(demote('cem', 'kreuztal', cem), demote('dora', 'kreuztal', dora))).toEqual([200, 409]);
    await platform.settled();
    const { status } = await as('cem', 'GET', 'kreuztal/staff');
    const [stays, other, gone] = status === 200 ? (['cem', 'dora', dora] as const) : (['dora', 'cem', cem] as const);
    const roles = { roles: ['administrator'] };
    expect((await as(stays, 'PUT', `kreuztal/staff/${gone}/roles`, roles)).status).toBe(200);
    await platform.settled();
    const first = stays === 'cem' ? cem : dora;
    expect((await dismiss(other, 'kreuztal', first)).status).toBe(200);
  });
  it('one after the other, before anybody has heard of the first, leave one behind', async () => {
    const [emil, fee, gina] = await townOf('netphen', 'emil', 'fee', 'gina');
    expect((await dismiss('emil', 'netphen', fee)).status).toBe(200);
    expect((await demote('emil', 'netphen', emil)).status).toBe(200);
    const last = await demote('gina', 'netphen', gina);
    expect([last.status, last.body.code]).toEqual([409, 'last-administrator']);
  });
  it('does not count who looked at older news: they are told to look again', async () => {
    const [hugo, ida] = await townOf('hilchenbach', 'hugo', 'ida');
    const stale = await platform.call('POST', `/registration/hilchenbach/staff/${ida}/dismiss`, {
      headers: { 'x-test-person': identityOf('hugo'), 'if-match': '"0"' },
    });
    expect(stale.status).toBe(412);
    expect((await dismiss('ida', 'hilchenbach', hugo)).status).toBe(200);
  });
});
