import { DEFAULT_WEIGHTS } from '@lotsennetz/assignment';
import { addDays } from '@lotsennetz/kernel';
import { helperRow, requestRow, today } from '../example-pool.js';
import type { HelperRow } from '../helper/helper-pool.view.js';
import type { RequestRow } from '../request/request-list.view.js';
import { exactSolver } from './exact-solver.js';

const solve = (requests: readonly RequestRow[], helpers: readonly HelperRow[]) =>
  exactSolver({ requests, helpers, gone: new Set(), weights: DEFAULT_WEIGHTS }, today);
const pairsOf = (...input: Parameters<typeof solve>) =>
  Object.fromEntries([...solve(...input).pairs].map(([id, { volunteerId }]) => [id, volunteerId]));
/** What is in the way of the only volunteer. */
const obstacleTo = (request: Partial<RequestRow>, helper: Partial<HelperRow> = {}) => {
  const { pairs, whyNot } = solve([requestRow('r', request)], [helperRow('v', helper)]);
  if (pairs.size > 0) return undefined;
  const why = whyNot.get('r');
  return why?.code === 'no-candidate' ? Object.entries(why.removed).find(([, count]) => count > 0)?.[0] : why?.code;
};

describe('who fits whom', () => {
  it('fits who shares language, topic, time and way', () => expect(obstacleTo({})).toBeUndefined());
  it('needs a common language', () => expect(obstacleTo({ languages: ['ti'] })).toBe('language'));
  it('takes regional languages for the same', () => expect(obstacleTo({ languages: ['ar-SY'] })).toBeUndefined());
  it('needs a shared topic', () => expect(obstacleTo({ topics: ['housing'] })).toBe('topic'));
  it('needs a common part of the week', () =>
    expect(obstacleTo({ availability: ['sun-evening'] })).toBe('availability'));
  it('takes no time named for any time, of a household and of a volunteer', () => {
    expect(obstacleTo({ availability: [] })).toBeUndefined();
    expect(obstacleTo({ availability: ['sun-evening'] }, { availability: [] })).toBeUndefined();
    expect(obstacleTo({ availability: [] }, { availability: [] })).toBeUndefined();
  });
  it('respects a gender wish', () => {
    expect(obstacleTo({ genderWish: 'male' })).toBe('gender');
    expect(obstacleTo({ genderWish: 'female' })).toBeUndefined();
  });
  it('respects how far the volunteer goes, where both places are known', () => {
    const farAway = { postalCode: '57223', town: 'Kreuztal' };
    expect(obstacleTo(farAway, { maxDistanceKm: 3 })).toBe('distance');
    expect(obstacleTo(farAway, { maxDistanceKm: 30 })).toBeUndefined();
    expect(obstacleTo(farAway)).toBeUndefined();
  });
  it('does not hold an unknown place against anybody', () => {
    const { postalCode: _, town: __, ...nowhere } = requestRow('r');
    const { pairs } = solve([nowhere], [helperRow('v', { maxDistanceKm: 3 })]);
    expect(pairs.get('r')?.fit.reasons).toContainEqual(expect.objectContaining({ code: 'distance-unknown' }));
  });
  it('never proposes whom somebody has declined', () => expect(obstacleTo({ declinedBy: ['v'] })).toBe('blocked'));
  it('has no place left where placements hold them', () =>
    expect(obstacleTo({}, { places: ['placement-1'] })).toBe('too-few-places'));
});

describe('the best solution', () => {
  it('covers as many as possible, not the best pair first', () => {
    const everybodys = helperRow('a');
    const farther = helperRow('b', { postalCode: '57223', town: 'Kreuztal' });
    const near = requestRow('near', { languages: ['ar'] });
    const onlyA = requestRow('only-a', { languages: ['ar'], genderWish: 'female' });
    expect(pairsOf([near, onlyA], [everybodys, { ...farther, gender: 'male' }])).toEqual({ near: 'b', 'only-a': 'a' });
  });
  it('gives the last place to the more urgent, whoever waits longer', () => {
    const waiting = requestRow('waiting', { receivedOn: addDays(today, -20) });
    const urgent = requestRow('urgent', { urgency: 'immediate', receivedOn: today });
    expect(pairsOf([waiting, urgent], [helperRow('v')])).toEqual({ urgent: 'v' });
  });
  it('lets nobody starve: waiting makes urgent', () => {
    const waiting = requestRow('waiting', { receivedOn: addDays(today, -60) });
    const urgent = requestRow('urgent', { urgency: 'high', receivedOn: today });
    expect(pairsOf([waiting, urgent], [helperRow('v')])).toEqual({ waiting: 'v' });
  });
  it('spreads the load', () => {
    const helpers = [helperRow('a', { capacity: 3 }), helperRow('b', { capacity: 3 })];
    const pairs = pairsOf([requestRow('1'), requestRow('2')], helpers);
    expect(new Set(Object.values(pairs))).toEqual(new Set(['a', 'b']));
  });
  it('keeps a place for whoever has agreed', () => {
    const agreed = requestRow('1', { proposal: { id: 'p', volunteerId: 'v', status: 'accepted' } });
    expect(pairsOf([agreed, requestRow('2')], [helperRow('v')])).toEqual({});
  });
  it('does not replace an open proposal for a trifle, but for somebody clearly better', () => {
    const proposed = requestRow('r', { proposal: { id: 'p', volunteerId: 'far', status: 'open' } });
    const far = helperRow('far', { postalCode: '57223', town: 'Kreuztal' });
    expect(pairsOf([proposed], [far, helperRow('near')])).toEqual({ r: 'far' });
    const asks = { ...proposed, topics: ['health', 'forms'] };
    expect(pairsOf([asks], [{ ...far, topics: ['health'] }, helperRow('near')])).toEqual({ r: 'near' });
  });
  it('does not drop an open proposal for another request that is as good', () => {
    const open = { id: 'p', volunteerId: 'v', status: 'open' } as const;
    expect(pairsOf([requestRow('a'), requestRow('b', { proposal: open })], [helperRow('v')])).toEqual({ b: 'v' });
    expect(pairsOf([requestRow('a', { proposal: open }), requestRow('b')], [helperRow('v')])).toEqual({ a: 'v' });
  });
  it('names who shares too few places', () => {
    const { whyNot } = solve([requestRow('1'), requestRow('2'), requestRow('3')], [helperRow('v', { capacity: 2 })]);
    expect([...whyNot.values()]).toEqual([
      expect.objectContaining({
        code: 'too-few-places',
        requests: 3,
        places: 2,
        volunteerIds: ['v'],
        summary: expect.objectContaining({ language: 'ar', area: 'Siegen', topic: 'health' }),
      }),
    ]);
  });
  it('names for each of many who compete with it', () => {
    const many = Array.from({ length: 120 }, (_, index) => requestRow(`r${index}`));
    const { pairs, whyNot } = solve(many, [helperRow('v', { capacity: 60 })]);
    expect(pairs.size).toBe(60);
    for (const [id, why] of whyNot) {
      expect(why).toMatchObject({ code: 'too-few-places', requests: 61, places: 60, volunteerIds: ['v'] });
      expect(why).toHaveProperty('requestIds.0', id);
    }
  });
  it('says that a time is still to be arranged, which scores below times that are known', () => {
    const asks = requestRow('r', { availability: ['mon-morning', 'tue-morning', 'wed-morning', 'thu-morning'] });
    const fits = (availability: HelperRow['availability']) =>
      solve([asks], [helperRow('v', { availability })]).pairs.get('r')?.fit;
    const arranged = fits([]);
    expect(arranged?.reasons).toContainEqual({ code: 'time-by-arrangement', points: 150 });
    expect(fits(asks.availability)?.score).toBeGreaterThan(arranged?.score ?? 0);
  });
  it('puts the parts of the score into reasons', () => {
    const asks = requestRow('r', {
      languages: ['fa', 'ar'],
      topics: ['health', 'work'],
      availability: ['mon-morning'],
    });
    const fit = solve([asks], [helperRow('v')]).pairs.get('r')?.fit;
    expect(fit).toEqual({
      languages: ['ar'],
      topics: ['health'],
      reasons: [
        { code: 'shared-language', points: 150, values: ['ar'] },
        { code: 'shared-topic', points: 150, values: ['health'] },
        { code: 'shared-day-part', points: 150, values: ['mon-morning'] },
        { code: 'distance', points: 0, km: 0 },
      ],
      score: 550,
    });
  });
});
