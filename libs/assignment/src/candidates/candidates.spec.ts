import { assign } from '../assign.js';
import { UNMATCHED } from '../problem.js';
import { Random } from '../testing/random.js';
import { randomWorld } from '../testing/random-world.js';
import { verify } from '../verify.js';
import { assignPruned } from './assign-pruned.js';
import { failures, partsOf } from './attrition.js';
import { candidates } from './candidates.js';
import { coverageClass } from './coverage.js';
import type { DayPart, RequestProfile, VolunteerProfile } from './profiles.js';
import { type CandidateInput, readInput } from './side-data.js';
import { DEFAULT_WEIGHTS } from './weights.js';

const volunteer: VolunteerProfile = {
  languages: ['de', 'ar'],
  topics: ['housing'],
  availability: ['mon-morning'],
  gender: 'female',
  capacity: 1,
  town: 'Kreuztal',
  place: { lat: 50.96, lon: 7.99 },
  maxDistanceKm: 10,
};
const request: RequestProfile = {
  languages: ['ar-SY'],
  topics: ['housing', 'school'],
  availability: ['mon-morning', 'tue-evening'],
  town: 'Siegen',
  place: { lat: 50.875, lon: 8.02 },
  urgency: 'normal',
  waitingDays: 0,
};

function pairs(input: CandidateInput): number {
  return candidates(input).problem.column.length;
}

/** Nobody knows where every third person lives, beyond the postal code that some have. */
function withoutSomeTowns(world: CandidateInput): CandidateInput {
  const forget = <Of extends { readonly town?: string | undefined }>(person: Of, i: number): Of =>
    i % 3 === 0 ? { ...person, town: undefined } : person;
  return { ...world, volunteers: world.volunteers.map(forget), requests: world.requests.map(forget) };
}

/** Every fifth volunteer has named no time. */
function withoutSomeTimes(world: CandidateInput): CandidateInput {
  return { ...world, volunteers: world.volunteers.map((v, i) => (i % 5 === 0 ? { ...v, availability: [] } : v)) };
}

describe('finding candidates', () => {
  it.each([1, 2, 3])(
    'finds exactly the pairs that pass every hard constraint, at the cost of their parts (%d)',
    (seed) => {
      const world = randomWorld(new Random(seed), { volunteers: 150, requests: 150, unlocated: 0.3 });
      const input = withoutSomeTimes(withoutSomeTowns(world));
      const data = readInput(input);
      const { problem } = candidates(input);
      for (let r = 0; r < problem.requests; r++) {
        const found = problem.column.subarray(problem.rowStart[r], problem.rowStart[r + 1]);
        const expected = input.volunteers.map((_, v) => v).filter((v) => failures(data, r, v).length === 0);
        expect([...found]).toEqual(expected);
        const costs = problem.cost.subarray(problem.rowStart[r], problem.rowStart[r + 1]);
        expect([...costs]).toEqual(expected.map((v) => partsOf(data, r, v).cost));
      }
    },
  );

  it('misses nobody over long distances', () => {
    const world = randomWorld(new Random(4), { volunteers: 120, requests: 120, sideKm: 2000 });
    const volunteers = world.volunteers.map((v, i) => ({ ...v, maxDistanceKm: [90, 400, 1200][i % 3] }));
    const input = { ...world, volunteers };
    const data = readInput(input);
    const expected = input.requests.map(
      (_, r) => volunteers.filter((_, v) => failures(data, r, v).length === 0).length,
    );
    const { rowStart } = candidates(input).problem;
    expect(expected.map((_, r) => rowStart[r + 1]! - rowStart[r]!)).toEqual(expected);
  });

  it('takes the parts of the cost from language, topics, day-parts and distance', () => {
    const { parts, problem } = candidates({ volunteers: [volunteer], requests: [request] });
    expect(parts(0, 0)).toEqual({
      language: 0,
      topics: 150,
      availability: 150,
      quality: 300,
      distance: 19,
      hysteresis: 0,
      cost: 319,
    });
    expect([...problem.cost]).toEqual([319]);
  });

  it.each<[string, Partial<VolunteerProfile>, Partial<RequestProfile>]>([
    ['language', { languages: ['de'] }, {}],
    ['topic', { topics: ['doctor'] }, {}],
    ['availability', { availability: ['mon-evening'] }, {}],
    ['gender', {}, { genderWish: 'male' }],
    ['distance', { maxDistanceKm: 9 }, {}],
    ['distance', { place: undefined }, {}],
    ['capacity', { capacity: 0 }, {}],
  ])('%s removes a volunteer, and the attrition says so', (constraint, volunteerHas, requestHas) => {
    const input = { volunteers: [{ ...volunteer, ...volunteerHas }], requests: [{ ...request, ...requestHas }] };
    expect(pairs(input)).toBe(0);
    const { removed, onlyObstacle, candidates: left } = candidates(input).attrition(0);
    expect(removed).toMatchObject({ [constraint]: 1 });
    expect(onlyObstacle).toMatchObject({ [constraint]: 1 });
    expect(left).toBe(0);
  });

  it('takes the same town as within reach where a postal code is unknown', () => {
    const here = { ...volunteer, place: undefined, town: 'Siegen' };
    expect(pairs({ volunteers: [here], requests: [request] })).toBe(1);
  });

  it.each<[readonly DayPart[]]>([
    [['mon-morning']],
    [['mon-morning', 'tue-evening', 'wed-evening', 'thu-evening']],
    [[]],
  ])('takes a volunteer without times by arrangement, as one common day-part, whenever it is: %j', (availability) => {
    const { parts, attrition } = candidates({
      volunteers: [{ ...volunteer, availability: [] }],
      requests: [{ ...request, availability }],
    });
    expect(attrition(0)).toMatchObject({ candidates: 1 });
    expect(parts(0, 0)).toMatchObject({ availability: 3 * DEFAULT_WEIGHTS.dayPartPoints });
  });

  it('lets a volunteer who has named the times go before one who has not', () => {
    const named = { ...volunteer, availability: request.availability };
    const input = { volunteers: [{ ...volunteer, availability: [] }, named], requests: [request] };
    expect([...assign(candidates(input).problem).volunteerOf]).toEqual([1]);
  });

  it('does not hold a place nobody knows anything of against anybody', () => {
    const nowhere = { place: undefined, town: undefined };
    for (const [of, to] of [
      [nowhere, {}],
      [{}, nowhere],
      [nowhere, nowhere],
      [{ place: undefined }, { ...nowhere }],
      [nowhere, { town: undefined }],
    ]) {
      const input = { volunteers: [{ ...volunteer, maxDistanceKm: 0, ...of }], requests: [{ ...request, ...to }] };
      expect(pairs(input)).toBe(1);
      expect(candidates(input).attrition(0)).toMatchObject({ candidates: 1 });
    }
  });

  it('leaves blocked pairs out', () => {
    expect(pairs({ volunteers: [volunteer], requests: [request], blocked: [[0, 0]] })).toBe(0);
  });

  it.each<[RegExp, Partial<VolunteerProfile>, Partial<RequestProfile>]>([
    [/volunteers\[1\].capacity is -1/, { capacity: -1 }, {}],
    [/volunteers\[1\].capacity is NaN/, { capacity: NaN }, {}],
    [/volunteers\[1\].capacity is Infinity/, { capacity: Infinity }, {}],
    [/volunteers\[1\].running is 0.5/, { running: 0.5 }, {}],
    [/volunteers\[1\].maxDistanceKm is NaN/, { maxDistanceKm: NaN }, {}],
    [/volunteers\[1\].place.lat is 91/, { place: { lat: 91, lon: 8 } }, {}],
    [/volunteers\[1\].place.lon is NaN/, { place: { lat: 51, lon: NaN } }, {}],
    [/requests\[1\].availability has "mon-noon"/, {}, { availability: ['mon-noon' as 'mon-morning'] }],
    [/requests\[1\].waitingDays is -3/, {}, { waitingDays: -3 }],
    [/requests\[1\].urgency is soon/, {}, { urgency: 'soon' as 'high' }],
    [/requests\[1\].openProposal is 7/, {}, { openProposal: 7 }],
  ])('names the field and index of what makes no sense: %s', (message, volunteerHas, requestHas) => {
    const input = {
      volunteers: [volunteer, { ...volunteer, ...volunteerHas }],
      requests: [request, { ...request, ...requestHas }],
    };
    const attempt = (): unknown => candidates(input);
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(message);
  });

  it('names weights and blocked pairs that make no sense', () => {
    const nobody = { volunteers: [], requests: [] };
    expect(() => candidates({ ...nobody, weights: { kmPoints: 0.5 } })).toThrow(/weights.kmPoints/);
    expect(() => candidates({ ...nobody, weights: { agingDays: 366 } })).toThrow(/weights.agingDays/);
    expect(() => candidates({ ...nobody, blocked: [[0, 0]] })).toThrow(/blocked names request 0/);
  });
});

describe('the objective', () => {
  it('covers as many of each class as possible, the most urgent first, before it counts points', () => {
    const random = new Random(5);
    for (let i = 0; i < 300; i++) {
      const input = randomWorld(random, { volunteers: 3, requests: 7, mostPlaces: 2 });
      const { problem } = candidates(input);
      const { volunteerOf } = assign(problem);
      const classes = input.requests.map((r) => coverageClass(DEFAULT_WEIGHTS, r));
      const covered = [3, 2, 1].map((c) => classes.filter((k, r) => k === c && volunteerOf[r] !== UNMATCHED).length);
      expect(covered).toEqual(bestCoverage(problem, classes));
    }
  });

  it('counts a request as more urgent the longer it waits', () => {
    const classes = [0, 27, 28, 56, 400].map((waitingDays) =>
      coverageClass(DEFAULT_WEIGHTS, { ...request, waitingDays }),
    );
    expect(classes).toEqual([1, 1, 2, 3, 3]);
  });

  it('spreads the load where nothing else speaks against it', () => {
    const two = { ...volunteer, capacity: 2 };
    const { problem } = candidates({ volunteers: [two, two], requests: [request, request] });
    expect([...assign(problem).volunteerOf].sort()).toEqual([0, 1]);
  });

  it('keeps an open proposal unless another match is better by a band', () => {
    const twin = { ...request, openProposal: 1 };
    const { problem } = candidates({ volunteers: [volunteer, volunteer], requests: [twin] });
    expect(assign(problem).volunteerOf[0]).toBe(1);
    const better = { ...volunteer, topics: ['housing', 'school'] };
    const improved = candidates({ volunteers: [better, volunteer], requests: [twin] });
    expect(assign(improved.problem).volunteerOf[0]).toBe(0);
  });
});

describe('solving with few pairs per request', () => {
  it.each([1, 4, 16])('the pruned answer is the full one (%d pairs)', (most) => {
    const { problem } = candidates(randomWorld(new Random(9), { volunteers: 300, requests: 400 }));
    const pruned = assignPruned(problem, most);
    verify(problem, pruned);
    expect(pruned.totalCost).toBe(assign(problem).totalCost);
  });
});

/** Most requests of class 3, then 2, then 1 that can be covered together, by trying everything. */
function bestCoverage(problem: ReturnType<typeof candidates>['problem'], classes: readonly number[]): number[] {
  const load = new Int32Array(problem.volunteers);
  const from = (r: number): number => {
    if (r === problem.requests) return 0;
    let best = from(r + 1);
    for (let e = problem.rowStart[r]!; e < problem.rowStart[r + 1]!; e++) {
      const v = problem.column[e]!;
      if (load[v]! >= problem.capacity[v]!) continue;
      load[v]!++;
      best = Math.max(best, 100 ** (classes[r]! - 1) + from(r + 1));
      load[v]!--;
    }
    return best;
  };
  const best = from(0);
  return [Math.floor(best / 10000), Math.floor(best / 100) % 100, best % 100];
}
