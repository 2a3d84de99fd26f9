import { deriveId } from '@lotsennetz/kernel';
import { personOfHeader, startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { acceptInvitationAs, appointMember, dismissMember, foundTenantNamed, registration } from './index.js';

const identityOf = (name: string) => deriveId('identity', 'test', name);

describe('tokens that a person has made', () => {
  let platform: TestDeployment;
  beforeAll(async () => {
    platform = await startForTest([registration], { callerFinders: [personOfHeader] });
    const runtime = platform.service('registration');
    await foundTenantNamed(runtime, { id: 'siegen', name: 'Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' });
    await platform.settled();
  });
  afterAll(() => platform.close());

  const call = (method: string, path: string, headers: Readonly<Record<string, string>>, body?: unknown) =>
    platform.call(method, `/registration/siegen${path}`, { headers, body });
  const as = (name: string) => ({ 'x-test-person': identityOf(name) });
  const by = (token: string) => ({ authorization: `Bearer ${token}` });
  const joined = async (name: string, roles: readonly ('administrator' | 'coordinator')[]) => {
    const ports = platform.service('registration');
    const person = { givenName: name, familyName: 'Test', email: `${name}@example.org` };
    const { invitation, membershipId } = await appointMember(ports, { tenant: 'siegen', person, roles });
    await acceptInvitationAs(ports, { tenant: 'siegen', invitation, identity: identityOf(name) });
    await platform.settled();
    return membershipId;
  };
  const tokenOf = async (headers: Readonly<Record<string, string>>, role: string) => {
    const { body } = await call('POST', '/tokens', headers, { role });
    await platform.settled();
    return body as { readonly id: string; readonly token: string };
  };
  const statusOf = async (token: string) => (await call('GET', '/volunteers', by(token))).status;
  const shown = async (id: string) => {
    const { body } = await call('GET', '/tokens', as('olga'));
    return body.items.find((each: { id: string }) => each.id === id) as unknown;
  };

  it('end with a dismissal, and with them what those tokens have made', async () => {
    await joined('olga', ['administrator']);
    const hanna = await joined('hanna', ['administrator']);
    const first = await tokenOf(as('hanna'), 'administrator');
    const second = await tokenOf(by(first.token), 'coordinator');
    expect([await statusOf(first.token), await statusOf(second.token)]).toEqual([200, 200]);
    expect(await shown(second.id)).toMatchObject({ createdBy: hanna, status: 'valid' });
    await dismissMember(platform.service('registration'), { tenant: 'siegen', membershipId: hanna });
    await platform.settled();
    expect([await statusOf(first.token), await statusOf(second.token)]).toEqual([401, 401]);
    for (const { id } of [first, second]) expect(await shown(id)).toMatchObject({ status: 'revoked' });
  });

  it('are narrowed to what the person may still do, for good', async () => {
    const erik = await joined('erik', ['administrator', 'coordinator']);
    const [narrow, wide] = [await tokenOf(as('erik'), 'coordinator'), await tokenOf(as('erik'), 'administrator')];
    const roles = (names: readonly string[]) => call('PUT', `/staff/${erik}/roles`, as('olga'), { roles: names });
    expect((await roles(['coordinator'])).status).toBe(200);
    await platform.settled();
    expect([await statusOf(narrow.token), await statusOf(wide.token)]).toEqual([200, 401]);
    expect((await roles(['administrator', 'coordinator'])).status).toBe(200);
    await platform.settled();
    expect([await statusOf(narrow.token), await statusOf(wide.token)]).toEqual([200, 401]);
  });
});
