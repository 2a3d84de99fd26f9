import { DEFAULT_WEIGHTS } from '@lotsennetz/assignment';
import { dayParts, genders, urgencies } from '@lotsennetz/contracts';
import fc from 'fast-check';
import { helperRow, requestRow, today } from '../example-pool.js';
import { endReasons } from '../request/request.events.js';
import type { HelperRow } from '../helper/helper-pool.view.js';
import { distanceKm, whereIs } from '../postal-codes.js';
import type { RequestRow } from '../request/request-list.view.js';
import { exactSolver } from './exact-solver.js';

const some = <Value>(values: readonly Value[], minLength: number, maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength });
const languages = ['ar', 'fa', 'ar-SY', 'en'];
const topics = ['health', 'forms', 'work'];
const places = fc.constantFrom(
  { postalCode: '57072', town: 'Siegen' },
  { postalCode: '57223', town: 'Kreuztal' },
  { postalCode: '57223', town: 'Siegen' },
  { town: 'Kreuztal' },
);
const anyHelper = fc.record({
  languages: some(languages, 0),
  topics: some(topics, 0),
  availability: some(dayParts.slice(0, 5), 0),
  capacity: fc.integer({ min: 0, max: 2 }),
  gender: fc.constantFrom(...genders),
  places: some(['p1', 'p2'], 0, 2),
  maxDistanceKm: fc.constantFrom(undefined, 2, 40),
  place: places,
});
const anyRequest = fc.record({
  languages: some(languages, 1),
  topics: some(topics, 1),
  availability: some(dayParts.slice(0, 5), 0),
  urgency: fc.constantFrom(...urgencies),
  genderWish: fc.constantFrom(undefined, 'female' as const, 'male' as const),
  declinedBy: some(['v0', 'v1'], 0, 1),
  earlierPlacements: fc.array(
    fc.record({
      placementId: fc.constant('p'),
      volunteerId: fc.constantFrom('v0', 'v2'),
      reason: fc.constantFrom(...endReasons),
    }),
    { maxLength: 2 },
  ),
  place: places,
});

/** The rules once more, as plainly as they can be said. */
function fits(request: RequestRow, helper: HelperRow): boolean {
  const primary = (language: string) => language.slice(0, 2);
  const [from, to] = [whereIs(request), whereIs(helper)];
  return (
    request.languages.some((each) => helper.languages.map(primary).includes(primary(each))) &&
    request.topics.some((each) => helper.topics.includes(each)) &&
    timesFit(request.availability, helper.availability) &&
    (!request.genderWish || request.genderWish === helper.gender) &&
    !request.declinedBy.includes(helper.id) &&
    !(request.earlierPlacements ?? []).some((each) => each.volunteerId === helper.id && each.reason !== 'done') &&
    (!from || !to || helper.maxDistanceKm === undefined || distanceKm(from, to) <= helper.maxDistanceKm)
  );
}

/** Who names no time takes any. */
function timesFit(asked: readonly string[], offered: readonly string[]): boolean {
  return asked.length === 0 || offered.length === 0 || offered.some((each) => asked.includes(each));
}

/** As many requests as can be covered at all, by trying every volunteer for each. */
function mostCovered(requests: readonly RequestRow[], helpers: readonly HelperRow[], free: readonly number[]): number {
  const [first, ...others] = requests;
  if (!first) return 0;
  const without = mostCovered(others, helpers, free);
  const withOne = helpers.map((helper, v) => {
    if ((free[v] ?? 0) <= 0 || !fits(first, helper)) return 0;
    return 1 + mostCovered(others, helpers, free.with(v, (free[v] ?? 0) - 1));
  });
  return Math.max(without, ...withOne);
}

it('covers as many as the rules allow, breaks none of them, and is right about who has no candidate', () => {
  fc.assert(
    fc.property(
      fc.array(anyRequest, { maxLength: 5 }),
      fc.array(anyHelper, { maxLength: 4 }),
      (requestsAre, helpersAre) => {
        const requests = requestsAre.map(({ place, ...each }, r) =>
          requestRow(`r${r}`, { ...placeless, ...place, ...each } as Partial<RequestRow>),
        );
        const helpers = helpersAre.map(({ place, ...each }, v) =>
          helperRow(`v${v}`, { ...placeless, ...place, ...each } as Partial<HelperRow>),
        );
        const free = helpers.map(({ capacity, places: taken }) => Math.max(0, capacity - taken.length));
        const { pairs, whyNot } = exactSolver({ requests, helpers, gone: new Set(), weights: DEFAULT_WEIGHTS }, today);
        const load = helpers.map(
          ({ id }) => [...pairs.values()].filter(({ volunteerId }) => volunteerId === id).length,
        );
        load.forEach((count, v) => expect(count).toBeLessThanOrEqual(free[v] ?? 0));
        for (const request of requests) {
          const pair = pairs.get(request.id);
          const helper = helpers.find(({ id }) => id === pair?.volunteerId);
          if (helper) expect(fits(request, helper)).toBe(true);
          const hasCandidate = helpers.some((each) => fits(request, each));
          if (!helper) expect(whyNot.get(request.id)?.code).toBe(hasCandidate ? 'too-few-places' : 'no-candidate');
        }
        expect(pairs.size).toBe(mostCovered(requests, helpers, free));
      },
    ),
    { seed: 11, numRuns: 400 },
  );
});

const placeless = { postalCode: undefined, town: undefined };
