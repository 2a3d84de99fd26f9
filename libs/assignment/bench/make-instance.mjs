// node bench/make-instance.mjs <requests> <ample|scarce|critical> <file>
import { candidates } from '../dist/index.js';
import { Random } from '../dist/testing/random.js';
import { randomWorld } from '../dist/testing/random-world.js';
import { writeInstance } from './instance-file.mjs';

const [count, regime, file] = process.argv.slice(2);
const size = Number(count);
const random = new Random(size);
// About 29 pairs per request: two places per volunteer (ample), one (critical), or one at every second (scarce).
const world = randomWorld(random, {
  volunteers: size,
  requests: size,
  mostPlaces: regime === 'ample' ? 3 : 1,
  anywhere: 0,
  sideKm: 36,
});
const { problem } = candidates({ ...world, weights: { balancePoints: 0 } });
if (regime === 'scarce')
  problem.capacity.forEach((places, v) => (problem.capacity[v] = random.chance(0.5) ? places : 0));
writeInstance(file, problem);
