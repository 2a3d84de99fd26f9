import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accepted, declined, left, moved, paused, registered } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { endEngagement } from './end-engagement.decider.js';

const command = { on: day('2015-06-06') };
const leftThen = { ...left, happenedOn: command.on };

describe('ending an engagement', () => {
  it('records that somebody has left, from work, a break or the interest list', () => {
    given(volunteer, registered, accepted).when(endEngagement, command).then(leftThen);
    given(volunteer, registered, accepted, paused).when(endEngagement, command).then(leftThen);
    given(volunteer, registered).when(endEngagement, command).then(leftThen);
  });
  it('twice changes nothing', () => {
    given(volunteer, registered, accepted, left).when(endEngagement, command).thenNothing();
  });
  it('refuses whom nobody has registered', () => {
    given(volunteer).when(endEngagement, command).thenRefused('unknown-volunteer');
  });
  it('refuses whoever was declined', () => {
    given(volunteer, registered, declined).when(endEngagement, command).thenRefused('was-declined');
  });
  it('refuses a day before the last change of status; a change of profile does not count', () => {
    given(volunteer, registered, accepted, moved)
      .when(endEngagement, { on: day('2015-02-05') })
      .thenRefused('earlier-than-last-change', { since: '2015-02-06' });
    given(volunteer, registered, accepted, moved)
      .when(endEngagement, { on: day('2015-02-06') })
      .then({ ...left, happenedOn: day('2015-02-06') });
  });
});
