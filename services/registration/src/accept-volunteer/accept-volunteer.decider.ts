import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerState } from '../volunteer/volunteer.stream.js';

export type AcceptVolunteerRefusal = 'unknown-volunteer' | 'earlier-than-last-change';

/** Also undoes a decline, and takes back somebody who had left. */
export function acceptVolunteer(
  command: { readonly on: Day },
  state: VolunteerState,
): Decision<VolunteerEvent, AcceptVolunteerRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-volunteer');
    case 'active':
    case 'paused':
      return [];
    case 'interested':
    case 'declined':
    case 'left':
      if (command.on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      return [{ type: 'VolunteerAccepted', happenedOn: command.on, data: {} }];
  }
}
