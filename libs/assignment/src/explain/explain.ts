import { type Assignment, type Problem, UNMATCHED } from '../problem.js';
import { type HallWitness, hallWitness } from './hall-witness.js';
import { regretOf } from './regret.js';
import { ResidualGraph } from './residual-graph.js';
import { type Shortage, shortagesOf, worthOfPlaces } from './shortages.js';
import { type GroupSummary, type RequestLabel, summarise } from './summary.js';

/** What the caller knows beyond numbers; `candidates` provides the first two. */
export interface ExplainContext<Parts, Attrition> {
  /** The parts of the cost of a pair. */
  readonly parts: (request: number, volunteer: number) => Parts;
  /** How many volunteers each hard constraint removed. */
  readonly attrition: (request: number) => Attrition;
  readonly label: (request: number) => RequestLabel;
}

/** Another volunteer a request could have had. */
export interface Alternative<Parts> {
  readonly volunteer: number;
  readonly cost: number;
  readonly parts: Parts;
  /** By how much this pair's cost would have to fall for it to be as good: what the total rises by if it is forced. */
  readonly shortfall: number;
}

/** Why a request has whom it has, or nobody. */
export type RequestExplanation<Parts, Attrition> =
  | {
      readonly kind: 'matched';
      readonly volunteer: number;
      readonly cost: number;
      readonly parts: Parts;
      /** What the total would rise by without this pair. */
      readonly regret: number;
      /** The nearest others, by shortfall. */
      readonly alternatives: readonly Alternative<Parts>[];
    }
  | { readonly kind: 'no-candidate'; readonly attrition: Attrition }
  | { readonly kind: 'too-few-places'; readonly witness: HallWitness; readonly summary: GroupSummary }
  | { readonly kind: 'not-worth-it'; readonly alternatives: readonly Alternative<Parts>[] };

/** Alternatives an explanation names at most. */
const NAMED = 3;

/** Answers questions about one solved problem; the costly parts are worked out at the first question that needs them. */
export interface Explanation<Parts, Attrition> {
  /** Why this request has whom it has, or nobody. */
  readonly request: (request: number) => RequestExplanation<Parts, Attrition>;
  /** What the total would rise by if this request had to have this volunteer; Infinity where they are no pair. */
  readonly shortfall: (request: number, volunteer: number) => number;
  /** What one more place at each volunteer would gain. */
  readonly worthOfPlaces: () => Float64Array;
  /** Who is missing most. */
  readonly shortages: () => Shortage[];
}

/**
 * Explains an optimal assignment (linear programming duality and Hall's theorem): every figure it names is what solving
 * the changed problem anew would show.
 */
export function explain<Parts, Attrition>(
  problem: Problem,
  assignment: Assignment,
  context: ExplainContext<Parts, Attrition>,
): Explanation<Parts, Attrition> {
  const graph = new ResidualGraph(problem, assignment);
  return {
    request: (request) => explainRequest(graph, context, request),
    shortfall: (request, volunteer) =>
      assignment.volunteerOf[request] === volunteer ? 0 : regretOf(graph, request, volunteer),
    worthOfPlaces: () => worthOfPlaces(graph),
    shortages: () => shortagesOf(graph, context.label),
  };
}

function explainRequest<Parts, Attrition>(
  graph: ResidualGraph,
  context: ExplainContext<Parts, Attrition>,
  request: number,
): RequestExplanation<Parts, Attrition> {
  const { rowStart, column, cost } = graph.problem;
  const volunteer = graph.assignment.volunteerOf[request];
  if (volunteer === undefined) throw new RangeError(`request ${request} is not one of ${graph.problem.requests}`);
  const begin = rowStart[request] as number;
  const end = rowStart[request + 1] as number;
  if (volunteer !== UNMATCHED) {
    return {
      kind: 'matched',
      volunteer,
      cost: cost[column.subarray(begin, end).indexOf(volunteer) + begin] as number,
      parts: context.parts(request, volunteer),
      regret: regretOf(graph, request),
      alternatives: alternatives(graph, context, request),
    };
  }
  if (begin === end) return { kind: 'no-candidate', attrition: context.attrition(request) };
  const witness = hallWitness(graph, request);
  if (witness === undefined) return { kind: 'not-worth-it', alternatives: alternatives(graph, context, request) };
  const summary = summarise(witness.requests.map(context.label), witness.places);
  return { kind: 'too-few-places', witness, summary };
}

/** The reduced cost bounds the shortfall from below, so only the most promising pairs need the exact search. */
function alternatives<Parts, Attrition>(
  graph: ResidualGraph,
  { parts }: ExplainContext<Parts, Attrition>,
  request: number,
): Alternative<Parts>[] {
  const { rowStart, column, cost } = graph.problem;
  const present = graph.assignment.volunteerOf[request];
  const pairs: number[] = [];
  for (let e = rowStart[request] as number; e < (rowStart[request + 1] as number); e++) {
    if (column[e] !== present) pairs.push(e);
  }
  pairs.sort((a, b) => graph.reducedCost(request, a) - graph.reducedCost(request, b) || a - b);
  return pairs
    .slice(0, NAMED)
    .map((e) => {
      const volunteer = column[e] as number;
      const shortfall = regretOf(graph, request, volunteer);
      return { volunteer, cost: cost[e] as number, parts: parts(request, volunteer), shortfall };
    })
    .sort((a, b) => a.shortfall - b.shortfall || a.volunteer - b.volunteer);
}
