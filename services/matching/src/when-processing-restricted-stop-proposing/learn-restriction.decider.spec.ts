import { given } from '@lotsennetz/testing';
import { learnt, made, recorded } from '../example-facts.js';
import { helper } from '../helper/helper.stream.js';
import { request } from '../request/request.stream.js';
import { learnHelperRestriction, learnRequestRestriction } from './learn-restriction.decider.js';

const on = made.happenedOn;
const restricted = { type: 'RestrictionLearnt', happenedOn: on, data: {} } as const;
const free = { type: 'RestrictionEndLearnt', happenedOn: on, data: {} } as const;

describe('a volunteer who is restricted', () => {
  it('is noted once, and free again once', () => {
    given(helper, learnt).when(learnHelperRestriction, { restricted: true, on }).then(restricted);
    given(helper, learnt, restricted).when(learnHelperRestriction, { restricted: true, on }).thenNothing();
    given(helper, learnt, restricted).when(learnHelperRestriction, { restricted: false, on }).then(free);
    given(helper, learnt).when(learnHelperRestriction, { restricted: false, on }).thenNothing();
  });
});

describe('the request of a household that is restricted', () => {
  it('is noted once, and free again once', () => {
    given(request, recorded).when(learnRequestRestriction, { restricted: true, on }).then(restricted);
    given(request, recorded, restricted).when(learnRequestRestriction, { restricted: true, on }).thenNothing();
    given(request, recorded, restricted).when(learnRequestRestriction, { restricted: false, on }).then(free);
    given(request).when(learnRequestRestriction, { restricted: true, on }).thenNothing();
  });
});
