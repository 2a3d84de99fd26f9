import { given } from '@lotsennetz/testing';
import { helper, isAvailable, type HelperState } from '../helper/helper.stream.js';
import { acceptanceLearnt, certificateLearnt, learnt } from '../example-facts.js';
import { knowHelper } from './know-helper.decider.js';

describe('knowing a volunteer', () => {
  const change = { type: 'ProfileChangeLearnt', happenedOn: learnt.happenedOn, data: { capacity: 3 } } as const;

  it('takes note of a profile', () => given(helper).when(knowHelper, learnt).then(learnt));
  it('takes note of a change', () => given(helper, learnt).when(knowHelper, change).then(change));
  it('ignores a change in which nothing matters here', () =>
    given(helper, learnt)
      .when(knowHelper, { ...change, data: {} })
      .thenNothing());
  it('takes no note any more of somebody who was forgotten', () =>
    given(helper, learnt, { type: 'ErasureLearnt', happenedOn: learnt.happenedOn, data: {} })
      .when(knowHelper, acceptanceLearnt)
      .thenNothing());
  it.each(['AcceptanceLearnt', 'DeclineLearnt', 'PauseLearnt', 'ResumptionLearnt', 'LeavingLearnt'] as const)(
    'takes note of %s',
    (type) => {
      const fact = { type, happenedOn: learnt.happenedOn, data: {} };
      given(helper, learnt).when(knowHelper, fact).then(fact);
    },
  );
});

describe('availability', () => {
  const after = (...types: ('PauseLearnt' | 'ResumptionLearnt' | 'LeavingLearnt' | 'DeclineLearnt')[]) => {
    const facts = types.map((type) => ({ type, happenedOn: learnt.happenedOn, data: {} }));
    const state = [acceptanceLearnt, learnt, certificateLearnt, ...facts].reduce<HelperState>(
      (before, event) => helper.evolve(before, event),
      helper.initial,
    );
    return isAvailable(state);
  };

  it('needs acceptance and certificate', () => {
    expect(isAvailable(helper.initial)).toBe(false);
    expect(isAvailable(helper.evolve(helper.initial, acceptanceLearnt))).toBe(false);
    expect(isAvailable(helper.evolve(helper.initial, certificateLearnt))).toBe(false);
    expect(after()).toBe(true);
  });
  it('ends with a pause, a decline or leaving, and comes back after a pause', () => {
    expect(after('PauseLearnt')).toBe(false);
    expect(after('DeclineLearnt')).toBe(false);
    expect(after('LeavingLearnt')).toBe(false);
    expect(after('PauseLearnt', 'ResumptionLearnt')).toBe(true);
  });
});
