import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accepted, declined, left, paused, registered, resumed } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { acceptVolunteer } from './accept-volunteer.decider.js';

const command = { on: day('2015-06-06') };
const acceptedThen = { ...accepted, happenedOn: command.on };

describe('accepting a volunteer', () => {
  it('turns an interest into a volunteer', () => {
    given(volunteer, registered).when(acceptVolunteer, command).then(acceptedThen);
  });
  it('may be entered for the very day of the interest', () => {
    given(volunteer, registered)
      .when(acceptVolunteer, { on: registered.happenedOn })
      .then({ ...accepted, happenedOn: registered.happenedOn });
  });
  it('undoes a decline', () => {
    given(volunteer, registered, declined).when(acceptVolunteer, command).then(acceptedThen);
  });
  it('takes back somebody who had left', () => {
    given(volunteer, registered, accepted, left).when(acceptVolunteer, command).then(acceptedThen);
  });
  it('twice changes nothing, also during a pause and after it', () => {
    given(volunteer, registered, accepted).when(acceptVolunteer, command).thenNothing();
    given(volunteer, registered, accepted, paused).when(acceptVolunteer, command).thenNothing();
    given(volunteer, registered, accepted, paused, resumed).when(acceptVolunteer, command).thenNothing();
  });
  it('refuses whom nobody has registered', () => {
    given(volunteer).when(acceptVolunteer, command).thenRefused('unknown-volunteer');
  });
  it('refuses a day before the last change', () => {
    given(volunteer, registered)
      .when(acceptVolunteer, { on: day('2015-01-05') })
      .thenRefused('earlier-than-last-change', { since: '2015-01-06' });
  });
});
