import { sharedThings, type SharedThing } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf } from '@lotsennetz/kernel';

const schemas = defineEvents({
  AgreementSigned: { partner: field.id(), shares: field.list(field.code(...sharedThings)) },
  AgreementEnded: {},
});

export type AgreementEvent = EventOf<typeof schemas>;
export type AgreementState =
  { readonly status: 'unsigned' } | { readonly status: 'signed'; readonly shares: readonly SharedThing[] };

/**
 * One tenant's half of an agreement with another, whose id is the stream's. Each signs its own half, so that nobody
 * writes into another tenant's history; what is shared is what both have signed.
 */
export const agreement = defineStream({
  service: 'registration',
  category: 'agreement',
  schemas,
  initial: { status: 'unsigned' },
  evolve: (_state, event): AgreementState =>
    event.type === 'AgreementSigned' ? { status: 'signed', shares: event.data.shares } : { status: 'unsigned' },
});
