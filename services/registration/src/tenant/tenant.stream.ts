import { registration, tenantKinds } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type DataOf, type EventOf } from '@lotsennetz/kernel';

const { tenantSettings } = registration;

const schemas = defineEvents({
  TenantFounded: {
    name: field.publicText('name of a public body or association'),
    kind: field.code(...tenantKinds),
    timeZone: field.publicText('IANA time zone'),
    ...tenantSettings,
  },
  TenantSettingsChanged: registration.tenantSettingsChanged.shape,
});

export type TenantEvent = EventOf<typeof schemas>;
export type TenantFacts = DataOf<(typeof schemas)['TenantFounded']>;
/** Only what changes. */
export type SettingsChange = DataOf<(typeof schemas)['TenantSettingsChanged']>;
export type TenantState = { readonly status: 'unknown' } | { readonly status: 'founded'; readonly facts: TenantFacts };

/** A district, town or association that works with the platform. Its stream's id is the tenant's own id. */
export const tenant = defineStream({
  service: 'registration',
  category: 'tenant',
  schemas,
  initial: { status: 'unknown' },
  evolve,
});

function evolve(state: TenantState, event: TenantEvent): TenantState {
  switch (event.type) {
    case 'TenantFounded':
      return { status: 'founded', facts: event.data };
    case 'TenantSettingsChanged':
      return state.status === 'unknown' ? state : { ...state, facts: { ...state.facts, ...event.data } };
  }
}
