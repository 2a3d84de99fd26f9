import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { accepted, declined, left, paused, registered } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { endErasedEngagement } from './end-erased-engagement.decider.js';

const on = day('2016-01-20');
const ended = { type: 'EngagementEnded', happenedOn: on, data: { cause: 'erased' } } as const;

describe('the engagement of a forgotten person', () => {
  it('ends, wherever it stands', () => {
    given(volunteer, registered).when(endErasedEngagement, { on }).then(ended);
    given(volunteer, registered, accepted).when(endErasedEngagement, { on }).then(ended);
    given(volunteer, registered, accepted, paused).when(endErasedEngagement, { on }).then(ended);
  });
  it('never ends before its last change', () => {
    given(volunteer, registered, accepted)
      .when(endErasedEngagement, { on: day('2015-01-01') })
      .then({ ...ended, happenedOn: accepted.happenedOn });
  });
  it('that is over, or never was, stays as it is', () => {
    given(volunteer).when(endErasedEngagement, { on }).thenNothing();
    given(volunteer, registered, declined).when(endErasedEngagement, { on }).thenNothing();
    given(volunteer, registered, accepted, left).when(endErasedEngagement, { on }).thenNothing();
  });
});
