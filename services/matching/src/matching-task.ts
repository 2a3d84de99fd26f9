import {
  candidates,
  coverageClass,
  DAY_PARTS,
  LONGEST_WAIT_DAYS,
  type CandidateInput,
  type Candidates,
  type Problem,
  type RequestLabel,
  type RequestProfile,
  type VolunteerProfile,
  type Weights,
} from '@lotsennetz/assignment';
import { daysBetween, type Day } from '@lotsennetz/kernel';
import type { HelperRow } from './helper/helper-pool.view.js';
import { countPlaces, type PlaceCount, type Pool } from './pool.js';
import { whereIs } from './postal-codes.js';
import { speakingAgainst } from './repetition.js';
import type { RequestRow } from './request/request-list.view.js';

/** The requests that need somebody and the volunteers who may be proposed, in the engine's words. Indexes are places in these lists. */
export interface MatchingTask {
  readonly requests: readonly RequestRow[];
  readonly helpers: readonly HelperRow[];
  readonly weights: Weights;
  readonly input: CandidateInput;
}

/** Whether somebody still has to be found: an accepted proposal only waits to be confirmed. */
export function needsSomebody({ status, proposal }: RequestRow): boolean {
  return status === 'open' && proposal?.status !== 'accepted';
}

/** What is to be solved on that day. */
export function taskOf(pool: Omit<Pool, 'gone'>, on: Day): MatchingTask {
  const requests = pool.requests.filter(needsSomebody);
  const { helpers, weights } = pool;
  const places = countPlaces(pool);
  const volunteers = helpers.map((helper) => volunteerProfile(helper, places.get(helper.id)));
  const indexOf = indexById(helpers);
  const profiles = requests.map((request) => requestProfile(request, indexOf, on));
  const blocked = blockedPairs(requests, indexOf);
  return { requests, helpers, weights, input: { volunteers, requests: profiles, blocked, weights, includeFull: true } };
}

/** The same volunteers for other requests, as for some that arrive later. */
export function candidatesOf(
  { helpers, input }: MatchingTask,
  requests: readonly RequestRow[],
  on: Day,
): { readonly look: Candidates; readonly profiles: readonly RequestProfile[] } {
  const indexOf = indexById(helpers);
  const profiles = requests.map((request) => requestProfile(request, indexOf, on));
  const look = candidates({ ...input, requests: profiles, blocked: blockedPairs(requests, indexOf) });
  return { look, profiles };
}

/** What a coordinator calls a request by; empty words for one that is gone. */
export function labelOf(request: RequestRow | undefined): RequestLabel {
  const { languages = [], town, postalCode, topics = [] } = request ?? {};
  return { language: languages[0] ?? '', area: town ?? postalCode ?? '', topic: topics[0] ?? '' };
}

/** The task with its candidates and what each costs. `more`: requests that may still arrive. */
export function problemOf(
  { input, weights }: MatchingTask,
  more = 0,
): { readonly found: Candidates; readonly problem: Problem; readonly step: number; readonly dearest: number } {
  const found = candidates(input);
  const { cost, placeCost = new Float64Array() } = found.problem;
  const dearest = Math.max(usuallyDearest, largestOf(cost) + largestOf(placeCost));
  const step = coverageStep(weights, input.requests.length + more, dearest);
  const unmatchedPenalty = Float64Array.from(input.requests, (request) => penaltyOf(weights, request, step));
  return { found, problem: { ...found.problem, unmatchedPenalty }, step, dearest };
}

/** No pair costs more than this unless it lies more than 100 km apart. */
const usuallyDearest = 1_000;

function largestOf(values: Int32Array | Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}

/** What leaving a request without anybody costs; `step` lies between two classes of coverage. */
export function penaltyOf(weights: Weights, request: RequestProfile, step: number): number {
  // Dropping an open proposal for the sake of another request is as much of a change as replacing it.
  const staying = request.openProposal === undefined ? 0 : weights.hysteresisPoints;
  return coverageClass(weights, request) * step + waitingPoints(weights, request) + staying;
}

// More than twice what all that lies below coverage can add up to, so that half a step tells the two apart:
// for up to `most` requests whose pairs cost up to `dearest`, however long they have waited.
function coverageStep(weights: Weights, most: number, dearest: number): number {
  return 2 * (most + 1) * (dearest + weights.waitingPoints * LONGEST_WAIT_DAYS + weights.hysteresisPoints) + 1;
}

function waitingPoints(weights: Weights, { waitingDays }: RequestProfile): number {
  return weights.waitingPoints * Math.min(waitingDays, LONGEST_WAIT_DAYS);
}

function volunteerProfile(helper: HelperRow, { free, taken }: PlaceCount = { free: 0, taken: 0 }): VolunteerProfile {
  const { languages, topics, availability, gender, town, maxDistanceKm } = helper;
  const load = { capacity: free, running: taken };
  return { languages, topics, availability, gender, town, maxDistanceKm, place: whereIs(helper), ...load };
}

function requestProfile(request: RequestRow, indexOf: Indexes, on: Day): RequestProfile {
  const { languages, topics, town, genderWish, urgency, receivedOn } = request;
  return {
    languages,
    topics,
    // Who names no time is not known to have none; of volunteers the engine knows that itself.
    availability: request.availability.length > 0 ? request.availability : DAY_PARTS,
    town,
    place: whereIs(request),
    genderWish,
    urgency,
    waitingDays: Math.max(0, daysBetween(receivedOn, on)),
    openProposal: request.proposal && indexOf.get(request.proposal.volunteerId),
  };
}

type Indexes = ReadonlyMap<string, number>;

function indexById(helpers: readonly HelperRow[]): Indexes {
  return new Map(helpers.map(({ id }, index) => [id, index]));
}

function blockedPairs(requests: readonly RequestRow[], indexOf: Indexes): readonly (readonly [number, number])[] {
  return requests.flatMap((request, r) => {
    const earlier = speakingAgainst(request).map(({ volunteerId }) => volunteerId);
    return [...new Set([...request.declinedBy, ...earlier])].flatMap((id) => {
      const v = indexOf.get(id);
      return v === undefined ? [] : [[r, v] as const];
    });
  });
}
