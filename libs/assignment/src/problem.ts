/**
 * A capacitated sparse assignment: every request goes to at most one volunteer, every volunteer takes at most
 * `capacity` requests, and what stays unmatched costs its penalty. Minimised is
 * `sum of cost(matched pairs) + sum of unmatchedPenalty(unmatched requests) + sum of placeCost(used places)`.
 *
 * All costs, penalties and place costs are integers; that is what makes the answer exact. None of the arrays is changed.
 */
export interface Problem {
  /** Number of requests (rows). */
  readonly requests: number;
  /** Number of volunteers (columns). */
  readonly volunteers: number;
  /** Places per volunteer, length `volunteers`, each >= 0. A paused volunteer has 0. */
  readonly capacity: Int32Array;
  /** Compressed rows: the pairs of request `r` lie at `rowStart[r]` to `rowStart[r + 1] - 1`; length `requests + 1`. */
  readonly rowStart: Int32Array;
  /** Volunteer of each pair, strictly ascending within a row. */
  readonly column: Int32Array;
  /** Cost of each pair, same length as `column`. May be negative. */
  readonly cost: Int32Array | Float64Array;
  /** What leaving request `r` without anybody costs, length `requests`. */
  readonly unmatchedPenalty: Float64Array;
  /** Optional, length `volunteers + 1`: where the place costs of each volunteer begin. Needs `placeCost`. */
  readonly placeStart?: Int32Array;
  /**
   * Optional: `placeCost[placeStart[v] + k]` is what the (k+1)-th place of volunteer `v` costs in addition. Never
   * falling within a volunteer (convex), at least `capacity[v]` entries each.
   */
  readonly placeCost?: Float64Array;
}

/**
 * An optimal assignment with the prices that prove it (linear programming duality). `verify` checks the proof.
 * Prices are never 2^53 or more, so all of them are exact.
 */
export interface Assignment {
  /** Volunteer of each request, or -1 where the request stays unmatched. */
  readonly volunteerOf: Int32Array;
  /** The minimum; a bigint where it does not fit a safe integer. */
  readonly totalCost: bigint | number;
  /** What each request has to pay: never above its penalty, and equal to it where it stays unmatched. */
  readonly requestPrice: Float64Array;
  /** What a place of each volunteer is worth: 0 while a place is free (with place costs: between the last and the next). */
  readonly volunteerPrice: Float64Array;
}

/** `volunteerOf` of a request that nobody takes. */
export const UNMATCHED = -1;
