import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerState } from '../volunteer/volunteer.stream.js';

export type PauseVolunteerRefusal = 'unknown-volunteer' | 'not-active' | 'earlier-than-last-change';

export function pauseVolunteer(
  command: { readonly on: Day },
  state: VolunteerState,
): Decision<VolunteerEvent, PauseVolunteerRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-volunteer');
    case 'paused':
      return [];
    case 'interested':
    case 'declined':
    case 'left':
      return refuse('not-active');
    case 'active':
      if (command.on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      return [{ type: 'VolunteerPaused', happenedOn: command.on, data: {} }];
  }
}
