import { tenantKinds } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

const schemas = defineEvents({
  TenantFounded: {
    name: field.publicText('name of a public body or association'),
    kind: field.code(...tenantKinds),
    timeZone: field.publicText('IANA time zone'),
  },
});

export type TenantEvent = EventOf<typeof schemas>;
export type TenantState = { readonly status: 'unknown' } | { readonly status: 'founded'; readonly name: string };

/** A district, town or association that works with the platform. Its stream's id is the tenant's own id. */
export const tenant = defineStream({
  service: 'registration',
  category: 'tenant',
  schemas,
  initial: { status: 'unknown' },
  evolve: (_state, event): TenantState => ({ status: 'founded', name: event.data.name }),
});
