// node --expose-gc bench/solve-instance.mjs <file> [engine]: figures of one instance as JSON.
import { assign, verify } from '../dist/index.js';
import { readInstance } from './instance-file.mjs';

const [file, engine] = process.argv.slice(2);
const problem = readInstance(file);
const before = process.memoryUsage().rss;
const ms = [];
let assignment;
for (const started = performance.now(); ms.length < 3 || (ms.length < 15 && performance.now() - started < 4000);) {
  const t = performance.now();
  assignment = assign(problem, engine);
  ms.push(performance.now() - t);
  // The peak of one solution, not of several waiting for the collector.
  if (ms.length === 1) globalThis.firstPeakMb = process.resourceUsage().maxRSS / 1024;
  globalThis.gc?.();
}
const t = performance.now();
verify(problem, assignment);
const verifyMs = performance.now() - t;
const warm = ms.slice(1).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    pairs: problem.column.length,
    total: String(assignment.totalCost),
    firstMs: ms[0],
    warmMs: warm[warm.length >> 1],
    bestMs: warm[0],
    verifyMs,
    peakMb: globalThis.firstPeakMb,
    instanceMb: before / 2 ** 20,
  }),
);
