import { given } from '@lotsennetz/testing';
import { available, decidedOn, learnt } from '../example-facts.js';
import { helper } from '../helper/helper.stream.js';
import { takePlace } from '../place.decider.js';
import { learnMerge } from './learn-merge.decider.js';

const on = decidedOn;
const merged = { type: 'MergeLearnt', happenedOn: on, data: {} } as const;
const undone = { type: 'MergeEndLearnt', happenedOn: on, data: {} } as const;
const place = { placementId: 'placement-1', requestId: 'request-1', on };

describe('a volunteer who is a duplicate', () => {
  it('is noted once, and again somebody of their own once', () => {
    given(helper, learnt).when(learnMerge, { merged: true, on }).then(merged);
    given(helper, learnt, merged).when(learnMerge, { merged: true, on }).thenNothing();
    given(helper, learnt, merged).when(learnMerge, { merged: false, on }).then(undone);
    given(helper, learnt).when(learnMerge, { merged: false, on }).thenNothing();
  });
  it('is given no household until then', () => {
    const { on: _, ...data } = place;
    given(helper, ...available, merged)
      .when(takePlace, place)
      .thenRefused('volunteer-unavailable');
    given(helper, ...available, merged, undone)
      .when(takePlace, place)
      .then({ type: 'PlaceTaken', happenedOn: on, data });
  });
});
