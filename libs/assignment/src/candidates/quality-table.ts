import { availabilityPoints, banded, ENOUGH_DAY_PARTS, languagePoints, topicPoints } from './pair-cost.js';
import type { Weights } from './weights.js';

/** Places of the shared language that cost differently: first, second, further. */
const RANKS = 3;

/** The banded quality of every kind of pair, worked out once: millions of pairs are of a few hundred kinds. */
export class QualityTable {
  private readonly points: Int32Array;
  private readonly topics: number;

  /** @param mostAsked topics a request asks for at most */
  constructor(weights: Weights, mostAsked: number) {
    this.topics = mostAsked + 1;
    this.points = new Int32Array(RANKS * this.topics * this.topics * (ENOUGH_DAY_PARTS + 1));
    for (let rank = 0; rank < RANKS; rank++) {
      for (let asked = 1; asked < this.topics; asked++) {
        for (let shared = 1; shared <= asked; shared++) {
          const words = languagePoints(weights, rank) + topicPoints(weights, asked, shared);
          for (let days = 0; days <= ENOUGH_DAY_PARTS; days++) {
            this.points[this.kind(rank, asked, shared) + days] = banded(
              weights,
              words + availabilityPoints(weights, days),
            );
          }
        }
      }
    }
  }

  /** Kind of a pair by language and topics; with its day-parts in common, `of` has its points. */
  kind(rank: number, asked: number, shared: number): number {
    const place = rank < RANKS ? rank : RANKS - 1;
    return ((place * this.topics + asked) * this.topics + shared) * (ENOUGH_DAY_PARTS + 1);
  }

  of(kind: number, dayParts: number): number {
    return this.points[kind + (dayParts < ENOUGH_DAY_PARTS ? dayParts : ENOUGH_DAY_PARTS)] as number;
  }
}
