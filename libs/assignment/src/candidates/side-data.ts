import { type CompiledProfiles, compileProfiles, registerTopics, Vocabularies } from './compiled-profiles.js';
import { type Gender, type RequestProfile, URGENCIES, type VolunteerProfile } from './profiles.js';
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

/** Far beyond what a person can do; keeps a slip of the pen from filling the memory with places. */
const MOST_PLACES = 10_000;

function checkPlaces(field: string, places: number): void {
  if (!Number.isInteger(places) || places < 0 || places > MOST_PLACES) {
    throw new RangeError(`${field} is ${places}, expected a count up to ${MOST_PLACES}`);
  }
}

/** @throws RangeError naming field and index */
export function readInput(input: CandidateInput): SideData {
  const weights = completeWeights(input.weights);
  input.volunteers.forEach(({ capacity, running = 0, maxDistanceKm }, v) => {
    checkPlaces(`volunteers[${v}].capacity`, capacity);
    checkPlaces(`volunteers[${v}].running`, running);
    if (maxDistanceKm !== undefined && !(maxDistanceKm >= 0)) {
      throw new RangeError(`volunteers[${v}].maxDistanceKm is ${maxDistanceKm}`);
    }
  });
  input.requests.forEach(({ waitingDays, urgency, openProposal }, r) => {
    if (!URGENCIES.includes(urgency)) throw new RangeError(`requests[${r}].urgency is ${urgency as string}`);
    if (openProposal !== undefined && input.volunteers[openProposal] === undefined) {
      throw new RangeError(`requests[${r}].openProposal is ${openProposal}, no volunteer`);
    }
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
