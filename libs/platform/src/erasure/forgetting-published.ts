import { erasureAcknowledgedBy } from '@lotsennetz/contracts';
import { publishAs, publishes, type Publish } from '@lotsennetz/kernel';
import { forgettingStream } from './forgetting.stream.js';

/** The acknowledgement that registration waits for. */
export function forgettingPublished(service: string): Publish {
  return publishes(forgettingStream(service), {
    PersonForgotten: (_event, subjectId) => publishAs(erasureAcknowledgedBy(service), { subjectId }),
  });
}
