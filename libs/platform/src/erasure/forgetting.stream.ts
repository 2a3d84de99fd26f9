import { subjectKinds } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf, type StreamDefinition } from '@lotsennetz/kernel';

/** That a service has forgotten a person; the stream's id is the person's. */
const schemas = defineEvents({ PersonForgotten: { kind: field.code(...subjectKinds) } });

export type ForgettingEvent = EventOf<typeof schemas>;
export type ForgettingState = { readonly status: 'unknown' | 'forgotten' };

/**
 * Each service writes down for itself whom it has forgotten, after the keys are gone. Views of people fold this
 * stream too: the row changes once nothing of it opens any more, and whoever keeps opened rows opens it anew.
 */
export function forgettingStream(service: string): StreamDefinition<ForgettingState, ForgettingEvent> {
  return defineStream({
    service,
    category: 'forgetting',
    schemas,
    initial: { status: 'unknown' },
    evolve: (): ForgettingState => ({ status: 'forgotten' }),
  });
}
