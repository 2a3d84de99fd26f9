import { applyChange } from '@lotsennetz/contracts';
import { defineProjection, type Day } from '@lotsennetz/kernel';
import { forgettingStream } from '@lotsennetz/platform';
import { merge, unmerged } from '../merge/merge.stream.js';
import { free, restriction } from '../restriction/restriction.stream.js';
import { statusFrom, volunteer, type VolunteerProfile, type VolunteerStatus } from './volunteer.stream.js';

export interface VolunteerRow extends VolunteerProfile {
  readonly id: string;
  readonly status: VolunteerStatus;
  readonly statusSince: Day;
  readonly interestedSince: Day;
  readonly channel: 'form' | 'office' | 'import';
  /** Forgotten: the row stays for the counts, hidden from working lists; nothing personal of it opens. */
  readonly erased?: true;
  /** What is stored may not be used for now. */
  readonly restricted?: true;
  /** A duplicate: hidden from working lists, counted as before. */
  readonly merged?: true;
  /** Whose duplicate. */
  readonly mergedInto?: string;
  readonly revision: number;
}

export const volunteerDirectory = defineProjection<VolunteerRow>()({
  name: 'volunteer-directory',
  version: 4,
  streams: [volunteer, restriction, merge, forgettingStream('registration')],
  indexes: ['status', 'interestedSince', 'town', 'mergedInto'],
  evolve: (row: VolunteerRow | undefined, event, id) => {
    if (event.type === 'PersonForgotten') return row && { ...row, erased: true };
    if (event.type === 'ProcessingRestricted') return row && { ...row, restricted: true };
    if (event.type === 'RestrictionLifted') return row && free(row);
    if (event.type === 'MergedInto') return row && { ...row, merged: true, mergedInto: event.data.into };
    if (event.type === 'MergeUndone') return row && unmerged(row);
    const { revision, happenedOn } = event;
    if (event.type === 'InterestRegistered')
      return {
        ...event.data,
        id,
        status: 'interested',
        statusSince: happenedOn,
        interestedSince: happenedOn,
        revision,
      };
    if (!row) return undefined;
    if (event.type === 'ProfileChanged') return { ...applyChange(row, event.data), revision };
    return { ...row, status: statusFrom(event.type) ?? row.status, statusSince: happenedOn, revision };
  },
});
