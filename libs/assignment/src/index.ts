export { assign, type Engine } from './assign.js';
export { assignPruned } from './candidates/assign-pruned.js';
export type { Attrition, HardConstraint } from './candidates/attrition.js';
export { type Candidates, candidates } from './candidates/candidates.js';
export { coverageClass } from './candidates/coverage.js';
export type { CostParts } from './candidates/pair-cost.js';
export {
  DAY_PARTS,
  type DayPart,
  type Gender,
  type GeoPoint,
  type RequestProfile,
  type Urgency,
  type VolunteerProfile,
} from './candidates/profiles.js';
export type { CandidateInput } from './candidates/side-data.js';
export {
  completeWeights,
  DEFAULT_WEIGHTS,
  LONGEST_WAIT_DAYS,
  WEIGHT_GUIDE,
  WEIGHT_NAMES,
  type WeightGuide,
  type Weights,
} from './candidates/weights.js';
export {
  type Alternative,
  explain,
  type ExplainContext,
  type Explanation,
  type RequestExplanation,
} from './explain/explain.js';
export type { HallWitness } from './explain/hall-witness.js';
export type { Shortage } from './explain/shortages.js';
export type { GroupSummary, RequestLabel } from './explain/summary.js';
export { IncrementalAssignment } from './incremental/incremental-assignment.js';
export type { NewRequest } from './incremental/new-request.js';
export type { Snapshot } from './incremental/snapshot.js';
export { type Assignment, type Problem, UNMATCHED } from './problem.js';
export { verify } from './verify.js';
