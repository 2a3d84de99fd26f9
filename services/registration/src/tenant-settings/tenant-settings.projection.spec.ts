import { day } from '@lotsennetz/kernel';
import { foldProjection, recordedEvents } from '@lotsennetz/testing';
import { tenant, type TenantEvent } from '../tenant/tenant.stream.js';
import { tenantSettings } from './tenant-settings.projection.js';

const founded: TenantEvent = {
  type: 'TenantFounded',
  happenedOn: day('2015-01-06'),
  data: { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin', languages: ['de'] },
};
const changed: TenantEvent = {
  type: 'TenantSettingsChanged',
  happenedOn: day('2015-02-06'),
  data: { languages: ['de', 'ar'], legalRegime: 'DSG-EKD' },
};
const rowAfter = async (...events: readonly TenantEvent[]) =>
  (await foldProjection(tenantSettings, recordedEvents(tenant, { id: 'siegen' }, ...events))).get('siegen');

describe('the settings of a tenant', () => {
  it('are those it was founded with', async () => {
    expect(await rowAfter(founded)).toEqual({ ...founded.data, id: 'siegen', foundedOn: '2015-01-06', revision: 0 });
  });
  it('change where something was changed', async () => {
    expect(await rowAfter(founded, changed)).toMatchObject({
      name: 'Stadt Siegen',
      languages: ['de', 'ar'],
      legalRegime: 'DSG-EKD',
      foundedOn: '2015-01-06',
      revision: 1,
    });
  });
  it('are nobody’s before there is a tenant', async () => {
    expect(await rowAfter(changed)).toBeUndefined();
  });
});
