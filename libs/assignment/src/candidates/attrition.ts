import { NO_TOWN } from './compiled-profiles.js';
import { chordSquared, chordToKm, kmToChord } from './distance.js';
import { type CostParts, costParts, type PairFacts } from './pair-cost.js';
import type { SideData } from './side-data.js';

/** What a pair must fulfil, in the order in which it is counted. */
const HARD_CONSTRAINTS = ['language', 'topic', 'availability', 'gender', 'distance', 'blocked', 'capacity'] as const;

export type HardConstraint = (typeof HARD_CONSTRAINTS)[number];

/** Why volunteers are no candidates of a request. */
export interface Attrition {
  readonly volunteers: number;
  readonly candidates: number;
  /** Volunteers by the first constraint they fail; together with `candidates` that is all of them. */
  readonly removed: Readonly<Record<HardConstraint, number>>;
  /** Volunteers who fail this constraint only: what giving way on it would win. */
  readonly onlyObstacle: Readonly<Record<HardConstraint, number>>;
}

/** Counts what the hard constraints leave of all volunteers for one request. */
export function attritionOf(data: SideData, request: number): Attrition {
  const zero = (): Record<HardConstraint, number> =>
    Object.fromEntries(HARD_CONSTRAINTS.map((c) => [c, 0])) as Record<HardConstraint, number>;
  const removed = zero();
  const onlyObstacle = zero();
  let candidates = 0;
  for (let v = 0; v < data.volunteers.count; v++) {
    const [first, ...others] = failures(data, request, v);
    if (first === undefined) candidates++;
    else removed[first]++;
    if (first !== undefined && others.length === 0) onlyObstacle[first]++;
  }
  return { volunteers: data.volunteers.count, candidates, removed, onlyObstacle };
}

/** The constraints a pair fails; none for a candidate. The definition that the search has to agree with. */
export function failures(data: SideData, request: number, volunteer: number): HardConstraint[] {
  const { requests, volunteers, wish, gender, blocked, input } = data;
  const fails: Record<HardConstraint, boolean> = {
    language: languageRank(data, request, volunteer) === -1,
    topic: sharedTopics(data, request, volunteer) === 0,
    availability: ((requests.days[request] as number) & (volunteers.days[volunteer] as number)) === 0,
    gender: wish[request] !== undefined && wish[request] !== gender[volunteer],
    distance: !withinReach(data, request, volunteer),
    blocked: blocked.get(volunteer)?.has(request) === true,
    capacity: input.includeFull !== true && input.volunteers[volunteer]?.capacity === 0,
  };
  return HARD_CONSTRAINTS.filter((constraint) => fails[constraint]);
}

/** The parts of the cost of a candidate. */
export function partsOf(data: SideData, request: number, volunteer: number): CostParts {
  const proposal = data.input.requests[request]?.openProposal;
  const facts: PairFacts = {
    languageRank: languageRank(data, request, volunteer),
    topicsAsked: topicsAsked(data, request),
    topicsShared: sharedTopics(data, request, volunteer),
    dayPartsShared: bits((data.requests.days[request] as number) & (data.volunteers.days[volunteer] as number)),
    distanceKm: bothLocated(data, request, volunteer)
      ? chordToKm(chordSquared(data.requests, request, data.volunteers, volunteer))
      : undefined,
    replaces: proposal !== undefined && proposal !== volunteer,
  };
  return costParts(data.weights, facts);
}

export function topicsAsked({ requests }: SideData, request: number): number {
  let asked = 0;
  for (let w = 0; w < requests.topicWords; w++)
    asked += bits(requests.topics[request * requests.topicWords + w] as number);
  return asked;
}

/** How many topics a pair shares. */
export function sharedTopics({ requests, volunteers }: SideData, request: number, volunteer: number): number {
  const words = requests.topicWords;
  let shared = 0;
  for (let w = 0; w < words; w++) {
    shared += bits(
      (requests.topics[request * words + w] as number) & (volunteers.topics[volunteer * words + w] as number),
    );
  }
  return shared;
}

function languageRank({ requests, volunteers }: SideData, request: number, volunteer: number): number {
  const spoken = volunteers.languages[volunteer] ?? [];
  return (requests.languages[request] ?? []).findIndex((language) => spoken.includes(language));
}

function bothLocated({ requests, volunteers }: SideData, request: number, volunteer: number): boolean {
  return requests.located[request] === 1 && volunteers.located[volunteer] === 1;
}

function withinReach(data: SideData, request: number, volunteer: number): boolean {
  const { requests, volunteers, input } = data;
  if (!bothLocated(data, request, volunteer)) {
    const [asked, own] = [requests.town[request], volunteers.town[volunteer]];
    return asked === NO_TOWN || own === NO_TOWN || asked === own;
  }
  const reach = kmToChord(input.volunteers[volunteer]?.maxDistanceKm ?? Infinity);
  return chordSquared(requests, request, volunteers, volunteer) <= reach;
}

/** Number of bits set. */
export function bits(mask: number): number {
  let x = mask - ((mask >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
