import { assign } from '../assign.js';
import { verify } from '../verify.js';
import { bruteForce } from './brute-force.js';
import { Random } from './random.js';
import { randomProblem } from './random-problem.js';

/** Solves seeded problems with both engines and compares with trying everything. @throws Error at the first difference */
export function agreeWithBruteForce({ seed, problems }: { seed: number; problems: number }): void {
  const random = new Random(seed);
  for (let i = 0; i < problems; i++) {
    const problem = randomProblem(random, { requests: 7, volunteers: 5 });
    const minimum = bruteForce(problem);
    for (const engine of ['shortest-paths', 'network-simplex'] as const) {
      const assignment = assign(problem, engine);
      verify(problem, assignment);
      if (assignment.totalCost === minimum) continue;
      throw new Error(`problem ${i} of seed ${seed}: ${engine} found ${assignment.totalCost}, not ${minimum}`);
    }
  }
}
