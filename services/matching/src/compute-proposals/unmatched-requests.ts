import type { Attrition, CostParts, Explanation, Problem, RequestExplanation } from '@lotsennetz/assignment';

export type Unmatched = Exclude<RequestExplanation<CostParts, Attrition>, { readonly kind: 'matched' }>;
type TooFewPlaces = Extract<Unmatched, { readonly kind: 'too-few-places' }>;

/** From this size on a group is shared instead of being searched for each of its requests. */
const largeGroup = 50;

/**
 * Explains all unmatched requests of a solution. Where hundreds compete for the same places they are each other's
 * group: whose candidates all belong to a group that is known already, stands in that group for the one it was found for.
 */
export class UnmatchedRequests {
  private readonly groups: { readonly volunteers: ReadonlySet<number>; readonly answer: TooFewPlaces }[] = [];

  constructor(
    private readonly problem: Problem,
    private readonly explanation: Explanation<CostParts, Attrition>,
  ) {}

  /** @throws RangeError for a request that has somebody. */
  explain(request: number): Unmatched {
    const known = this.groupOf(request);
    if (known) {
      const [, ...others] = known.witness.requests;
      return { ...known, witness: { ...known.witness, requests: [request, ...others] } };
    }
    const answer = this.explanation.request(request);
    if (answer.kind === 'matched') throw new RangeError(`request ${request} has somebody`);
    if (answer.kind === 'too-few-places' && answer.witness.requests.length >= largeGroup)
      this.groups.push({ volunteers: new Set(answer.witness.volunteers), answer });
    return answer;
  }

  private groupOf(request: number): TooFewPlaces | undefined {
    const { rowStart, column } = this.problem;
    const candidates = column.subarray(rowStart[request], rowStart[request + 1]);
    if (candidates.length === 0) return undefined;
    return this.groups.find(({ volunteers }) => candidates.every((volunteer) => volunteers.has(volunteer)))?.answer;
  }
}
