import type { Day, Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerState } from '../volunteer/volunteer.stream.js';

/** Whoever is forgotten helps nobody any more and waits for nothing: figures of the following day must not count them. */
export function endErasedEngagement(
  { on }: { readonly on: Day },
  state: VolunteerState,
): Decision<VolunteerEvent, never> {
  switch (state.status) {
    case 'unknown':
    case 'left':
    case 'declined':
      return [];
    case 'interested':
    case 'active':
    case 'paused':
      return [{ type: 'EngagementEnded', happenedOn: on > state.since ? on : state.since, data: { cause: 'erased' } }];
  }
}
