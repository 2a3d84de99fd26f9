import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accepted, declined, left, paused, registered } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { declineVolunteer } from './decline-volunteer.decider.js';

const command = { on: day('2015-06-06') };

describe('declining an interest', () => {
  it('records that it was declined', () => {
    given(volunteer, registered)
      .when(declineVolunteer, command)
      .then({ ...declined, happenedOn: command.on });
  });
  it('twice changes nothing', () => {
    given(volunteer, registered, declined).when(declineVolunteer, command).thenNothing();
  });
  it('refuses whom nobody has registered', () => {
    given(volunteer).when(declineVolunteer, command).thenRefused('unknown-volunteer');
  });
  it('refuses somebody who is or was a volunteer', () => {
    given(volunteer, registered, accepted).when(declineVolunteer, command).thenRefused('already-accepted');
    given(volunteer, registered, accepted, paused).when(declineVolunteer, command).thenRefused('already-accepted');
    given(volunteer, registered, accepted, left).when(declineVolunteer, command).thenRefused('already-accepted');
  });
  it('refuses a day before the interest', () => {
    given(volunteer, registered)
      .when(declineVolunteer, { on: day('2015-01-05') })
      .thenRefused('earlier-than-last-change', { since: '2015-01-06' });
  });
});
