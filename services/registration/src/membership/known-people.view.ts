import { applyChange, type SelfRole } from '@lotsennetz/contracts';
import { defineProjection } from '@lotsennetz/kernel';
import { newcomer } from '../newcomer/newcomer.stream.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import type { Invited } from './membership.stream.js';

/** Who may have an account, with what an invitation needs, as sealed in the person's own record. */
export interface KnownPersonRow {
  readonly id: string;
  readonly role: SelfRole;
  readonly person: Invited;
}

export const knownPeople = defineProjection<KnownPersonRow>()({
  name: 'known-people',
  version: 2,
  streams: [volunteer, newcomer],
  evolve: (row, event, id) => {
    switch (event.type) {
      case 'InterestRegistered':
        return { id, role: 'volunteer', person: invitedIn(event.data) };
      case 'NewcomerRegistered':
        return { id, role: 'newcomer', person: invitedIn(event.data) };
      case 'ProfileChanged':
      case 'NewcomerCorrected':
        return (
          row && {
            ...row,
            person: applyChange(row.person, { ...invitedIn(event.data), cleared: event.data.cleared ?? [] }),
          }
        );
      case 'VolunteerAccepted':
      case 'VolunteerDeclined':
      case 'VolunteerPaused':
      case 'VolunteerResumed':
      case 'EngagementEnded':
        return row;
    }
  },
});

function invitedIn({ givenName, familyName, email, preferredLanguage }: Partial<Invited>): Invited {
  const parts = { givenName, familyName, email, preferredLanguage };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as unknown as Invited;
}
