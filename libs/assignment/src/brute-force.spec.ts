import { assign } from './assign.js';
import { bruteForce } from './testing/brute-force.js';
import { Random } from './testing/random.js';
import { randomProblem } from './testing/random-problem.js';
import { verify } from './verify.js';

describe('random problems against trying everything', () => {
  it('every one of a seeded slice agrees in cost and certificate', () => {
    const random = new Random(3);
    for (let i = 0; i < 20000; i++) {
      const problem = randomProblem(random, { requests: 6, volunteers: 4 });
      const assignment = assign(problem, i % 2 === 0 ? 'shortest-paths' : 'network-simplex');
      verify(problem, assignment);
      expect(assignment.totalCost).toBe(bruteForce(problem));
    }
  });
});
