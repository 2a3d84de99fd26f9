import { matching } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type DataOf, type EventOf } from '@lotsennetz/kernel';
import { KnownSources } from './known-sources.state.js';

/** What can have happened, as coarse as reports need it. Stored: the list only grows. */
export const factCodes = [
  'interest-registered',
  'volunteer-accepted',
  'volunteer-declined',
  'volunteer-paused',
  'volunteer-resumed',
  'volunteer-left',
  'newcomer-registered',
  'course-planned',
  'volunteer-invited',
  'volunteer-enrolled',
  'volunteer-waitlisted',
  'volunteer-promoted',
  'enrolment-cancelled',
  'course-completed',
  'certificate-issued',
  'request-recorded',
  'request-withdrawn',
  'proposal-made',
  'proposal-accepted',
  'proposal-declined',
  'proposal-expired',
  'placement-confirmed',
  'visit-logged',
  'placement-ended',
] as const;
export type FactCode = (typeof factCodes)[number];

const town = field.publicText('an area of thousands of people');

const schemas = defineEvents({
  FactRecorded: {
    fact: field.code(...factCodes),
    /** The publisher's event: its stream, its place there, its id, and when it was recorded. */
    sourceStream: field.id(),
    sourceRevision: field.integer(),
    sourceEvent: field.id(),
    recordedAt: field.instant(),
    volunteer: field.optional(field.id()),
    newcomer: field.optional(field.id()),
    course: field.optional(field.id()),
    certificate: field.optional(field.id()),
    request: field.optional(field.id()),
    proposal: field.optional(field.id()),
    placement: field.optional(field.id()),
    town: field.optional(town),
    urgency: field.optional(matching.requestRecorded.shape.urgency),
    kind: field.optional(matching.requestRecorded.shape.kind),
    reason: field.optional(matching.placementEnded.shape.reason),
    /** `erased`: because somebody was forgotten; of a placement, `reason` says so. */
    cause: field.optional(field.code('erased')),
    units: field.optional(field.integer()),
    minutes: field.optional(field.integer()),
    /** People in a household. */
    persons: field.optional(field.integer()),
  },
});

export type FactsEvent = EventOf<typeof schemas>;
export type FactData = DataOf<(typeof schemas)['FactRecorded']>;

/** What the facts of a tenant were taken from. */
export type FactsState =
  | { readonly status: 'empty' }
  | {
      readonly status: 'kept';
      /** Owned by the fold; see `KnownSources`. */
      readonly sources: KnownSources;
    };

/** Reporting's own memory: one stream a tenant, with all that its reports are made of. `happenedOn` is the source's. */
export const facts = defineStream({
  service: 'reporting',
  category: 'facts',
  schemas,
  initial: { status: 'empty' },
  evolve: (state: FactsState, { data }): FactsState => {
    const sources = state.status === 'empty' ? new KnownSources() : state.sources;
    sources.learn(data.sourceStream, data.sourceRevision);
    return state.status === 'empty' ? { status: 'kept', sources } : state;
  },
});

/** The id of the one stream of a tenant. */
export const factsId = 'all';

/** Where facts come from: the topics, and the consumer that reads each. */
export const factConsumers = {
  registration: 'reporting.when-registration-published-keep-facts',
  training: 'reporting.when-training-published-keep-facts',
  matching: 'reporting.when-matching-published-keep-facts',
} as const;
