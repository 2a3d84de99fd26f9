import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accepted, left, registered } from '../example-facts.js';
import { volunteer, type VolunteerEvent } from '../volunteer/volunteer.stream.js';
import { changeProfile } from './change-profile.decider.js';

const on = day('2015-06-06');
const change = { capacity: 0, languages: ['de'] };
const changed: VolunteerEvent = { type: 'ProfileChanged', happenedOn: on, data: change };

describe('changing a profile', () => {
  it('records only what changes', () => {
    given(volunteer, registered).when(changeProfile, { change, on }).then(changed);
  });
  it('is possible whatever the status: an address must be right after leaving, too', () => {
    given(volunteer, registered, accepted, left).when(changeProfile, { change, on }).then(changed);
  });
  it('without any change records nothing', () => {
    given(volunteer, registered).when(changeProfile, { change: {}, on }).thenNothing();
  });
  it('refuses whom nobody has registered', () => {
    given(volunteer).when(changeProfile, { change, on }).thenRefused('unknown-volunteer');
  });
});
