import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { VolunteerEvent, VolunteerState } from '../volunteer/volunteer.stream.js';

export type ResumeVolunteerRefusal = 'unknown-volunteer' | 'not-paused' | 'earlier-than-last-change';

export function resumeVolunteer(
  command: { readonly on: Day },
  state: VolunteerState,
): Decision<VolunteerEvent, ResumeVolunteerRefusal> {
  switch (state.status) {
    case 'unknown':
      return refuse('unknown-volunteer');
    case 'active':
      return [];
    case 'interested':
    case 'declined':
    case 'left':
      return refuse('not-paused');
    case 'paused':
      if (command.on < state.since) return refuse('earlier-than-last-change', { since: state.since });
      return [{ type: 'VolunteerResumed', happenedOn: command.on, data: {} }];
  }
}
