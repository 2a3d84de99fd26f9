import { personDataGatheredBy } from '@lotsennetz/contracts';
import { publishAs, publishes, type Publish } from '@lotsennetz/kernel';
import { gatheringStream } from './gathering.stream.js';

/** What registration puts together. */
export function gatheringPublished(service: string): Publish {
  return publishes(gatheringStream(service), {
    PersonDataGathered: ({ data }, exportId) => publishAs(personDataGatheredBy(service), { exportId, ...data }),
  });
}
