// node bench/pipeline.mjs <requests>: index and candidates, solution, verification, in milliseconds, as JSON.
import { assign, candidates, verify } from '../dist/index.js';
import { Random } from '../dist/testing/random.js';
import { randomWorld } from '../dist/testing/random-world.js';

const size = Number(process.argv[2]);
const world = randomWorld(new Random(size), { volunteers: size, requests: size, anywhere: 0, sideKm: 36 });
const runs = [];
for (let i = 0; i < 5; i++) {
  const start = performance.now();
  const { problem } = candidates(world);
  const found = performance.now();
  const assignment = assign(problem);
  const solved = performance.now();
  verify(problem, assignment);
  const end = performance.now();
  runs.push({
    pairs: problem.column.length,
    candidatesMs: found - start,
    solveMs: solved - found,
    verifyMs: end - solved,
    sumMs: end - start,
  });
}
const warm = runs.slice(1).sort((a, b) => a.sumMs - b.sumMs);
console.log(JSON.stringify({ first: runs[0], warm: warm[warm.length >> 1] }));
