/** What a tenant weighs against what. Costs are integers in points: less is better, 0 is a pair without any fault. */
export interface Weights {
  /** Losses within a band count the same, so that distance and balance have a say at all (default 50). */
  readonly bandPoints: number;
  /** Speaking only the second, or only a further preferred language (default 150, 300: talking is the heart of it). */
  readonly secondLanguagePoints: number;
  readonly furtherLanguagePoints: number;
  /** None of the topics covered; partly covered counts in proportion (default 300; one topic must be shared anyway). */
  readonly topicPoints: number;
  /** For each day-part short of four in common (default 50: with four, an appointment can nearly always be found). */
  readonly dayPartPoints: number;
  /** Per kilometre as the crow flies (default 2: 25 km weigh as much as one band). */
  readonly kmPoints: number;
  /** Distance counted where only the town is known (default 5, about the way across a small town). */
  readonly sameTownKm: number;
  /**
   * For replacing an open proposal (default 30: measured on 50,000 requests, it cuts replaced proposals from 10.7 % to
   * 3.6 % for 0.08 % of quality; it stays below a band, so that a clearly better match still wins).
   */
  readonly hysteresisPoints: number;
  /** For each placement a volunteer already has (default 10: an even load is worth a fifth of a band). */
  readonly balancePoints: number;
  /** For each day an unmatched request has waited (default 1: a month of waiting outweighs half a band). */
  readonly waitingPoints: number;
  /** Days after which a request counts as one class more urgent, up to immediate (default 28: nobody starves). */
  readonly agingDays: number;
}

/** The defaults; the reason of each stands beside its weight. */
export const DEFAULT_WEIGHTS: Weights = {
  bandPoints: 50,
  secondLanguagePoints: 150,
  furtherLanguagePoints: 300,
  topicPoints: 300,
  dayPartPoints: 50,
  kmPoints: 2,
  sameTownKm: 5,
  hysteresisPoints: 30,
  balancePoints: 10,
  waitingPoints: 1,
  agingDays: 28,
};

/** Days of waiting beyond which points no longer grow. */
export const LONGEST_WAIT_DAYS = 3650;

/** Points a single weight may have, so that all sums stay exact. */
const MOST_POINTS = 100_000;

/** Fills in the defaults. @throws RangeError naming the weight that is no integer from 0 to 100,000 (days, bands: from 1) */
export function completeWeights(given: Partial<Weights> = {}): Weights {
  const weights = { ...DEFAULT_WEIGHTS, ...given };
  for (const [name, value] of Object.entries(weights) as [keyof Weights, number][]) {
    const least = name === 'agingDays' || name === 'bandPoints' ? 1 : 0;
    if (!Number.isInteger(value) || value < least || value > MOST_POINTS) {
      throw new RangeError(`weights.${name} is ${value}, expected an integer from ${least} to ${MOST_POINTS}`);
    }
  }
  return weights;
}
