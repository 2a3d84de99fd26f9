export { assign } from './assign.js';
export { verify } from './verify.js';
export { type Assignment, type Problem, UNMATCHED } from './problem.js';
