import type { TestDeployment } from '@lotsennetz/platform/testing';
import { createTokenFor, dismissMember } from '@lotsennetz/suite';
import { identityOf, join, openWorld } from './callers.js';

const goalMs = 5_000;
const lists = [
  '/registration/siegen/volunteers',
  '/training/siegen/courses',
  '/matching/siegen/requests',
  '/notifications/siegen/messages',
  '/reporting/siegen/reports/integration',
];

describe('a right that was taken away', () => {
  let platform: TestDeployment;
  beforeAll(async () => {
    ({ platform } = await openWorld());
  }, 60_000);
  afterAll(() => platform.close());

  const statuses = (headers: Readonly<Record<string, string>>) =>
    Promise.all(lists.map(async (path) => (await platform.call('GET', path, { headers })).status));
  async function msUntil(headers: Readonly<Record<string, string>>, status: number): Promise<number> {
    const since = performance.now();
    await platform.eventually(async () => expect(await statuses(headers)).toEqual(lists.map(() => status)));
    return performance.now() - since;
  }

  it('is gone in every service within five seconds', async () => {
    const ports = platform.service('registration');
    const administrator = await createTokenFor(ports, { tenant: 'siegen', role: 'administrator' });
    const { token, tokenId } = await createTokenFor(ports, { tenant: 'siegen', role: 'coordinator' });
    const membershipId = await join(ports, 'siegen', 'hanna', ['coordinator']);
    await platform.settled();
    const machine = { authorization: `Bearer ${token}` };
    const hanna = { 'x-test-person': identityOf('hanna') };
    expect(await statuses(machine)).toEqual(lists.map(() => 200));
    expect(await statuses(hanna)).toEqual(lists.map(() => 200));
    const revoked = await platform.call('POST', `/registration/siegen/tokens/${tokenId}/revoke`, {
      token: administrator.token,
    });
    expect(revoked.status).toBe(200);
    expect(await msUntil(machine, 401)).toBeLessThan(goalMs);
    await dismissMember(ports, { tenant: 'siegen', membershipId });
    expect(await msUntil(hanna, 404)).toBeLessThan(goalMs);
  }, 60_000);
});
