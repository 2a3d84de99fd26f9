import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { tenant, type TenantEvent } from '../tenant/tenant.stream.js';
import { foundTenant } from './found-tenant.decider.js';

const facts = {
  name: 'Stadt Siegen',
  kind: 'municipality',
  timeZone: 'Europe/Berlin',
  languages: ['de', 'ar'],
  legalRegime: 'DSGVO',
  federalState: 'DE-NW',
  retention: [{ kind: 'declined-interests', months: 6 }],
} as const;
const command = { id: 'siegen', facts, on: day('2015-01-06') };
const founded: TenantEvent = { type: 'TenantFounded', happenedOn: command.on, data: facts };

describe('founding a tenant', () => {
  it('records it with its settings', () => {
    given(tenant).when(foundTenant, command).then(founded);
  });
  it('twice under one name changes nothing', () => {
    given(tenant, founded)
      .when(foundTenant, { ...command, on: day('2016-01-06') })
      .thenNothing();
  });
  it('refuses another name', () => {
    given(tenant, founded)
      .when(foundTenant, { ...command, facts: { ...facts, name: 'Stadt Kreuztal' } })
      .thenRefused('tenant-exists');
  });
  it('refuses the id of the platform itself', () => {
    given(tenant)
      .when(foundTenant, { ...command, id: 'platform' })
      .thenRefused('reserved-id');
  });
});
