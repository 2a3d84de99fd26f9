import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accepted, declined, left, paused, registered, resumed } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { pauseVolunteer } from './pause-volunteer.decider.js';

const command = { on: day('2015-06-06') };
const pausedThen = { ...paused, happenedOn: command.on };

describe('pausing a volunteer', () => {
  it('records the break, and any further one', () => {
    given(volunteer, registered, accepted).when(pauseVolunteer, command).then(pausedThen);
    given(volunteer, registered, accepted, paused, resumed).when(pauseVolunteer, command).then(pausedThen);
  });
  it('twice changes nothing', () => {
    given(volunteer, registered, accepted, paused).when(pauseVolunteer, command).thenNothing();
  });
  it('refuses whom nobody has registered', () => {
    given(volunteer).when(pauseVolunteer, command).thenRefused('unknown-volunteer');
  });
  it('refuses whoever is not at work', () => {
    given(volunteer, registered).when(pauseVolunteer, command).thenRefused('not-active');
    given(volunteer, registered, declined).when(pauseVolunteer, command).thenRefused('not-active');
    given(volunteer, registered, accepted, left).when(pauseVolunteer, command).thenRefused('not-active');
  });
  it('refuses a day before the acceptance', () => {
    given(volunteer, registered, accepted)
      .when(pauseVolunteer, { on: day('2015-02-05') })
      .thenRefused('earlier-than-last-change', { since: '2015-02-06' });
  });
});
