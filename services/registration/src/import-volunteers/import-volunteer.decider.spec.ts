import { given } from '@lotsennetz/testing';
import { accepted, left, registered, rosa } from '../example-facts.js';
import { volunteer, type VolunteerEvent } from '../volunteer/volunteer.stream.js';
import { importVolunteer } from './import-volunteer.decider.js';

const interestedSince = registered.happenedOn;
const imported: VolunteerEvent = {
  type: 'InterestRegistered',
  happenedOn: interestedSince,
  data: { ...rosa, channel: 'import' },
};

describe('importing a volunteer', () => {
  it('registers and accepts on the day of the interest', () => {
    given(volunteer)
      .when(importVolunteer, { profile: rosa, status: 'active', interestedSince })
      .then(imported, { ...accepted, happenedOn: interestedSince });
  });
  it('only registers whom the roster calls interested', () => {
    given(volunteer).when(importVolunteer, { profile: rosa, status: 'interested', interestedSince }).then(imported);
  });
  it('leaves whoever is known as they are', () => {
    const command = { profile: rosa, status: 'active', interestedSince } as const;
    given(volunteer, registered).when(importVolunteer, command).thenNothing();
    given(volunteer, imported, accepted).when(importVolunteer, command).thenNothing();
    given(volunteer, registered, accepted, left).when(importVolunteer, command).thenNothing();
  });
});
