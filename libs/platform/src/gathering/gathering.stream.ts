import type { PersonalFact } from '@lotsennetz/contracts';
import { defineEvents, defineStream, field, type EventOf, type StreamDefinition } from '@lotsennetz/kernel';

/** What a service has gathered for one export; the stream's id is the export's, and so is the key it is sealed under. */
const schemas = defineEvents({
  PersonDataGathered: {
    part: field.integer(),
    parts: field.integer(),
    facts: field.personal<readonly PersonalFact[]>('export'),
  },
});

export type GatheringEvent = EventOf<typeof schemas>;
export type GatheringState = { readonly status: 'unknown' | 'gathered' };

export const gatheringCategory = 'gathering';

export function gatheringStream(service: string): StreamDefinition<GatheringState, GatheringEvent> {
  return defineStream({
    service,
    category: gatheringCategory,
    schemas,
    initial: { status: 'unknown' },
    evolve: (): GatheringState => ({ status: 'gathered' }),
  });
}
