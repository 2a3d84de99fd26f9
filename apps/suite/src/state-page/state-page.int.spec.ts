import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { foundTenantNamed, registration } from '@lotsennetz/registration';
import { identity } from '../identity.js';
import { StateHttp } from './state.http.js';

describe.each([
  ['a real platform', false],
  ['the example', true],
] as const)('the state page of %s', (_, demo) => {
  let platform: TestDeployment;

  beforeAll(async () => {
    platform = await startForTest([registration], {
      pages: [StateHttp],
      identity: { ...identity, isDemo: () => demo },
    });
    const tenant = { id: 'siegen', name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
    await foundTenantNamed(platform.service('registration'), tenant);
    await platform.settled();
  });
  afterAll(() => platform.close());

  it(demo ? 'shows figures of tenants' : 'shows no figures to those who have not signed in', async () => {
    const { body } = await platform.call('GET', '/status/state.json');
    expect(body).toMatchObject({ parked: 0, tenants: [{ id: 'siegen', name: 'Stadt Siegen' }] });
    expect(body.tenants[0].figures).toHaveLength(demo ? (registration.figures?.length ?? 0) : 0);
    expect((await platform.call('GET', '/status')).body.includes('/login')).toBe(!demo);
  });
});
