import type { Weights } from './weights.js';

/** Day-parts in common from which on more of them do not help. */
export const ENOUGH_DAY_PARTS = 4;

/** What the cost of a pair depends on. */
export interface PairFacts {
  /** Place of the best shared language among the preferred ones, from 0. */
  readonly languageRank: number;
  readonly topicsAsked: number;
  readonly topicsShared: number;
  readonly dayPartsShared: number;
  /** Undefined where only the town is known. */
  readonly distanceKm: number | undefined;
  /** Whether the request has an open proposal with another volunteer. */
  readonly replaces: boolean;
}

/** The parts of the cost of a pair, in points; `cost` is their sum, `quality` rounded down to its band. */
export interface CostParts {
  readonly language: number;
  readonly topics: number;
  readonly availability: number;
  /** The three above, in bands. */
  readonly quality: number;
  readonly distance: number;
  readonly hysteresis: number;
  readonly cost: number;
}

/** The cost of a pair, taken apart. */
export function costParts(weights: Weights, facts: PairFacts): CostParts {
  const language = languagePoints(weights, facts.languageRank);
  const topics = topicPoints(weights, facts.topicsAsked, facts.topicsShared);
  const availability = availabilityPoints(weights, facts.dayPartsShared);
  const quality = banded(weights, language + topics + availability);
  const distance = distancePoints(weights, facts.distanceKm ?? weights.sameTownKm);
  const hysteresis = facts.replaces ? weights.hysteresisPoints : 0;
  return { language, topics, availability, quality, distance, hysteresis, cost: quality + distance + hysteresis };
}

export function languagePoints(weights: Weights, rank: number): number {
  if (rank === 0) return 0;
  return rank === 1 ? weights.secondLanguagePoints : weights.furtherLanguagePoints;
}

export function topicPoints(weights: Weights, asked: number, shared: number): number {
  return Math.round((weights.topicPoints * (asked - shared)) / asked);
}

export function availabilityPoints(weights: Weights, shared: number): number {
  return shared >= ENOUGH_DAY_PARTS ? 0 : weights.dayPartPoints * (ENOUGH_DAY_PARTS - shared);
}

export function banded(weights: Weights, points: number): number {
  return points - (points % weights.bandPoints);
}

export function distancePoints(weights: Weights, km: number): number {
  return Math.round(weights.kmPoints * km);
}
