import { type CompiledProfiles, compileProfiles, registerTopics, Vocabularies } from './compiled-profiles.js';
import type { Gender, RequestProfile, VolunteerProfile } from './profiles.js';
import { completeWeights, type Weights } from './weights.js';

/** Volunteers and requests, referred to by their index, and what a tenant weighs how. */
export interface CandidateInput {
  readonly volunteers: readonly VolunteerProfile[];
  readonly requests: readonly RequestProfile[];
  /** Pairs [request, volunteer] that are out of the question. */
  readonly blocked?: Iterable<readonly [number, number]> | undefined;
  readonly weights?: Partial<Weights> | undefined;
  /** Also keep pairs of volunteers without a place, for whom one may open later (default false). */
  readonly includeFull?: boolean | undefined;
}

/** The input in the form the search reads. */
export interface SideData {
  readonly input: CandidateInput;
  readonly weights: Weights;
  readonly words: Vocabularies;
  readonly volunteers: CompiledProfiles;
  readonly requests: CompiledProfiles;
  /** Blocked requests by volunteer. */
  readonly blocked: ReadonlyMap<number, ReadonlySet<number>>;
  readonly gender: readonly Gender[];
  readonly wish: readonly (Gender | undefined)[];
}

/** @throws RangeError naming field and index */
export function readInput(input: CandidateInput): SideData {
  const weights = completeWeights(input.weights);
  input.volunteers.forEach(({ capacity, maxDistanceKm }, v) => {
    if (!Number.isInteger(capacity) || capacity < 0) throw new RangeError(`volunteers[${v}].capacity is ${capacity}`);
    if (maxDistanceKm !== undefined && !(maxDistanceKm >= 0)) {
      throw new RangeError(`volunteers[${v}].maxDistanceKm is ${maxDistanceKm}`);
    }
  });
  input.requests.forEach(({ waitingDays }, r) => {
    if (!Number.isInteger(waitingDays) || waitingDays < 0) {
      throw new RangeError(`requests[${r}].waitingDays is ${waitingDays}, not a count of days`);
    }
  });
  const words = new Vocabularies();
  registerTopics(words, input.volunteers);
  registerTopics(words, input.requests);
  return {
    input,
    weights,
    words,
    volunteers: compileProfiles('volunteers', input.volunteers, words),
    requests: compileProfiles('requests', input.requests, words),
    blocked: readBlocked(input),
    gender: input.volunteers.map(({ gender }) => gender),
    wish: input.requests.map(({ genderWish }) => genderWish),
  };
}

function readBlocked({ blocked = [], requests, volunteers }: CandidateInput): Map<number, Set<number>> {
  const byVolunteer = new Map<number, Set<number>>();
  for (const [request, volunteer] of blocked) {
    if (requests[request] === undefined) throw new RangeError(`blocked names request ${request}, which is not there`);
    if (volunteers[volunteer] === undefined) throw new RangeError(`blocked names volunteer ${volunteer}, not there`);
    const set = byVolunteer.get(volunteer) ?? new Set();
    byVolunteer.set(volunteer, set.add(request));
  }
  return byVolunteer;
}
