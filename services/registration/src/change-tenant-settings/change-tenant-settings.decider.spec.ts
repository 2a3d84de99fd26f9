import { day } from '@lotsennetz/kernel';
import { foldGiven, given } from '@lotsennetz/testing';
import { tenant, type TenantEvent } from '../tenant/tenant.stream.js';
import { changeTenantSettings } from './change-tenant-settings.decider.js';

const on = day('2015-03-06');
const founded: TenantEvent = {
  type: 'TenantFounded',
  happenedOn: day('2015-01-06'),
  data: { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin', languages: ['de'] },
};
const change = {
  name: 'Universitätsstadt Siegen',
  languages: ['de', 'uk'],
  legalRegime: 'KDG',
  retention: [{ kind: 'newcomers', months: 24 }],
} as const;
const changed: TenantEvent = { type: 'TenantSettingsChanged', happenedOn: on, data: change };

describe('changing the settings of a tenant', () => {
  it('records what differs', () => {
    given(tenant, founded).when(changeTenantSettings, { change, on }).then(changed);
    given(tenant, founded)
      .when(changeTenantSettings, { change: { languages: ['de'], federalState: 'DE-NW' }, on })
      .then({ ...changed, data: { federalState: 'DE-NW' } });
  });
  it('twice changes nothing, and neither does nothing', () => {
    given(tenant, founded, changed).when(changeTenantSettings, { change, on }).thenNothing();
    given(tenant, founded).when(changeTenantSettings, { change: {}, on }).thenNothing();
  });
  it('refuses a tenant that does not exist', () => {
    given(tenant).when(changeTenantSettings, { change, on }).thenRefused('unknown-tenant');
    expect(foldGiven(tenant, [changed])).toEqual({ status: 'unknown' });
  });
});
