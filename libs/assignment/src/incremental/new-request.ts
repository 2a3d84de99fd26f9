/** A request that arrives, or what a request changes into. */
export interface NewRequest {
  /** Volunteers who could take it, strictly ascending. */
  readonly volunteers: ArrayLike<number>;
  /** Integer cost of each of these pairs. */
  readonly costs: ArrayLike<number>;
  /** What leaving it unmatched costs, an integer. */
  readonly unmatchedPenalty: number;
}

/** Half of what an integer potential may be, so that no sum of a penalty and a cost leaves the exact range. */
const LIMIT = 2 ** 51;

/**
 * Refuses what could not be solved exactly.
 *
 * @throws RangeError naming field and index
 */
export function checkRequest({ volunteers, costs, unmatchedPenalty }: NewRequest, volunteerCount: number): void {
  if (costs.length !== volunteers.length) {
    throw new RangeError(`costs.length is ${costs.length}, expected ${volunteers.length}`);
  }
  checkInteger('unmatchedPenalty', unmatchedPenalty);
  for (let k = 0; k < volunteers.length; k++) {
    checkVolunteer(`volunteers[${k}]`, volunteers[k] as number, volunteerCount);
    if (k > 0 && (volunteers[k] as number) <= (volunteers[k - 1] as number)) {
      throw new RangeError(`volunteers[${k}] is ${volunteers[k] as number}, not ascending`);
    }
    checkInteger(`costs[${k}]`, costs[k] as number);
  }
}

/** @throws RangeError where there is no such volunteer */
export function checkVolunteer(field: string, volunteer: number, volunteerCount: number): void {
  if (!Number.isInteger(volunteer) || volunteer < 0 || volunteer >= volunteerCount) {
    throw new RangeError(`${field} is ${volunteer}, no volunteer of ${volunteerCount}`);
  }
}

function checkInteger(field: string, value: number): void {
  if (!Number.isInteger(value) || Math.abs(value) >= LIMIT) {
    throw new RangeError(`${field} is ${value}, not an integer below 2^51`);
  }
}
