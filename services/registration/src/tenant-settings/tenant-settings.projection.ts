import { defineProjection, type Day } from '@lotsennetz/kernel';
import { tenant, type TenantFacts } from '../tenant/tenant.stream.js';

export interface TenantSettingsRow extends TenantFacts {
  readonly id: string;
  readonly foundedOn: Day;
  readonly revision: number;
}

/** One row a tenant. */
export const tenantSettings = defineProjection<TenantSettingsRow>()({
  name: 'tenant-settings',
  version: 1,
  streams: [tenant],
  evolve: (row, event, id) => {
    const { revision } = event;
    if (event.type === 'TenantFounded') return { ...event.data, id, foundedOn: event.happenedOn, revision };
    return row && { ...row, ...event.data, revision };
  },
});
