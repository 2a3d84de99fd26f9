import { registration } from '@lotsennetz/contracts';
import { defineEvents, defineStream, type DataOf, type EventOf } from '@lotsennetz/kernel';

const { officeId: _, ...address } = registration.officeOpened.shape;
const schemas = defineEvents({ OfficeOpened: address, OfficeClosed: {} });

export type OfficeEvent = EventOf<typeof schemas>;
export type OfficeAddress = DataOf<typeof address>;
export type OfficeState = { readonly status: 'unknown' | 'open' | 'closed' };

/** A place where a tenant's people can be met (Dortmund: district offices). */
export const office = defineStream({
  service: 'registration',
  category: 'office',
  schemas,
  initial: { status: 'unknown' },
  evolve: (_state, event): OfficeState => ({ status: event.type === 'OfficeOpened' ? 'open' : 'closed' }),
});
