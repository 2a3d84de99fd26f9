import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerState } from '../volunteer/volunteer.stream.js';

export type DeclineVolunteerRefusal = 'unknown-volunteer' | 'already-accepted' | 'earlier-than-last-change';

export function declineVolunteer(
  command: { readonly on: Day },
  state: VolunteerState,
): Decision<VolunteerEvent, DeclineVolunteerRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-volunteer');
    case 'declined':
      return [];
    case 'active':
    case 'paused':
    case 'left':
      return refuse('already-accepted');
    case 'interested':
      if (command.on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      return [{ type: 'VolunteerDeclined', happenedOn: command.on, data: {} }];
  }
}
