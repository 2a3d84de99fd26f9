export { assign, type Engine } from './assign.js';
export { IncrementalAssignment } from './incremental/incremental-assignment.js';
export type { NewRequest } from './incremental/new-request.js';
export type { Snapshot } from './incremental/snapshot.js';
export { type Assignment, type Problem, UNMATCHED } from './problem.js';
export { verify } from './verify.js';
