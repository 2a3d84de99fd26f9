import type { Assignment, Problem } from '../problem.js';
import type { FlowState } from '../shortest-paths/flow-state.js';
import { toAssignment } from '../shortest-paths/state-assignment.js';

/** The problem as it stands and its optimum. */
export interface Snapshot {
  readonly problem: Problem;
  readonly assignment: Assignment;
}

/** Copies the first `requests` requests of a state out of it. */
export function takeSnapshot(state: FlowState, requests: number): Snapshot {
  const assignment = toAssignment(state);
  return {
    problem: {
      requests,
      volunteers: state.load.length,
      capacity: state.capacity.slice(),
      unmatchedPenalty: state.penalty.slice(0, requests),
      ...copyRows(state, requests),
      ...(state.hasPlaceCosts ? copyPlaces(state) : {}),
    },
    assignment: {
      ...assignment,
      volunteerOf: assignment.volunteerOf.slice(0, requests),
      requestPrice: assignment.requestPrice.slice(0, requests),
    },
  };
}

function copyRows({ rows }: FlowState, requests: number): Pick<Problem, 'rowStart' | 'column' | 'cost'> {
  const rowStart = new Int32Array(requests + 1);
  for (let r = 0; r < requests; r++) {
    rowStart[r + 1] = (rowStart[r] as number) + (rows.end[r] as number) - (rows.begin[r] as number);
  }
  const column = new Int32Array(rowStart[requests] as number);
  const cost = new Float64Array(column.length);
  for (let r = 0; r < requests; r++) {
    const begin = rows.begin[r] as number;
    const pairs = Array.from({ length: (rows.end[r] as number) - begin }, (_, k) => begin + k);
    pairs.sort((a, b) => (rows.column[a] as number) - (rows.column[b] as number));
    pairs.forEach((e, k) => {
      column[(rowStart[r] as number) + k] = rows.column[e] as number;
      cost[(rowStart[r] as number) + k] = (rows.cost[e] as number) - rows.offset;
    });
  }
  return { rowStart, column, cost };
}

function copyPlaces(state: FlowState): { placeStart: Int32Array; placeCost: Float64Array } {
  const placeStart = new Int32Array(state.capacity.length + 1);
  const placeCost: number[] = [];
  state.capacity.forEach((_, v) => {
    for (let k = 0; k < state.placeLimit(v); k++) placeCost.push(state.placeAt(v, k) + state.offset);
    placeStart[v + 1] = placeCost.length;
  });
  return { placeStart, placeCost: Float64Array.from(placeCost) };
}
