import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { tenant, type TenantEvent } from '../tenant/tenant.stream.js';
import { foundTenant } from './found-tenant.decider.js';

const facts = { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
const command = { ...facts, on: day('2015-01-06') };
const founded: TenantEvent = { type: 'TenantFounded', happenedOn: command.on, data: facts };

describe('founding a tenant', () => {
  it('records it', () => {
    given(tenant).when(foundTenant, command).then(founded);
  });
  it('twice under one name changes nothing', () => {
    given(tenant, founded)
      .when(foundTenant, { ...command, on: day('2016-01-06') })
      .thenNothing();
  });
  it('refuses another name', () => {
    given(tenant, founded)
      .when(foundTenant, { ...command, name: 'Stadt Kreuztal' })
      .thenRefused('tenant-exists');
  });
});
