// node bench/events.mjs <instance>: single events, in microseconds, as JSON.
import { IncrementalAssignment, verify } from '../dist/index.js';
import { Random } from '../dist/testing/random.js';
import { readInstance } from './instance-file.mjs';

const problem = readInstance(process.argv[2]);
const random = new Random(99);
const assignment = new IncrementalAssignment(problem);
const open = Array.from({ length: problem.requests }, (_, r) => ({ index: r, origin: r }));
const gone = [];
const paused = [];
const rowOf = (r) => {
  const [begin, end] = [problem.rowStart[r], problem.rowStart[r + 1]];
  const [volunteers, costs] = [problem.column.subarray(begin, end), problem.cost.subarray(begin, end)];
  return { volunteers, costs, unmatchedPenalty: problem.unmatchedPenalty[r] };
};
const times = {};
const timed = (kind, event) => {
  const t = performance.now();
  const result = event();
  (times[kind] ??= []).push((performance.now() - t) * 1000);
  return result;
};
const takeAny = (list) => {
  const i = random.below(list.length);
  const taken = list[i];
  list[i] = list.at(-1);
  list.pop();
  return taken;
};
const events = {
  withdraw() {
    const request = takeAny(open);
    gone.push(request.origin);
    timed('withdraw', () => assignment.withdraw(request.index));
  },
  arrive() {
    const origin = takeAny(gone);
    open.push({ index: timed('arrive', () => assignment.arrive(rowOf(origin))), origin });
  },
  pause() {
    const volunteer = random.below(problem.volunteers);
    paused.push(volunteer);
    timed('pause', () => assignment.pause(volunteer));
  },
  resume() {
    if (paused.length > 50) timed('resume', () => assignment.resume(paused.shift()));
  },
  reject() {
    const { index } = open[random.below(open.length)];
    const volunteer = assignment.volunteerOf(index);
    if (volunteer >= 0) timed('reject', () => assignment.reject(index, volunteer));
  },
};
const kinds = Object.values(events);
for (let i = 0; i < 20000; i++) kinds[i % kinds.length]();
const { problem: now, assignment: optimum } = assignment.snapshot();
verify(now, optimum);
const figures = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { events: sorted.length, p50Us: at(0.5), p99Us: at(0.99), maxUs: sorted.at(-1) };
};
const byKind = Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, figures(list)]));
console.log(JSON.stringify({ all: figures(Object.values(times).flat()), byKind }));
