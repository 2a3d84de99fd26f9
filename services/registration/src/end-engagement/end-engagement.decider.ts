import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerState } from '../volunteer/volunteer.stream.js';

export type EndEngagementRefusal = 'unknown-volunteer' | 'was-declined' | 'earlier-than-last-change';

export function endEngagement(
  command: { readonly on: Day },
  state: VolunteerState,
): Decision<VolunteerEvent, EndEngagementRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-volunteer');
    case 'left':
      return [];
    case 'declined':
      return refuse('was-declined');
    case 'interested':
    case 'active':
    case 'paused':
      if (command.on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      return [{ type: 'EngagementEnded', happenedOn: command.on, data: {} }];
  }
}
