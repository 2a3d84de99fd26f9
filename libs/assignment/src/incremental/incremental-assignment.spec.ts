import { assign } from '../assign.js';
import { EventRun } from '../testing/event-run.js';
import { randomProblem } from '../testing/random-problem.js';
import { Random } from '../testing/random.js';
import { verify } from '../verify.js';
import { IncrementalAssignment } from './incremental-assignment.js';

describe('an assignment that follows events', () => {
  it.each([1, 2, 3, 4])('holds its certificate after every event (seed %d)', (seed) => {
    const run = new EventRun(new Random(seed), { requests: 40, volunteers: 15 });
    for (let i = 0; i < 400; i++) run.step();
    expect(run.kinds).toBe(8);
  });

  it('takes costs beyond 32 bits in after a problem that had none', () => {
    const problem = {
      requests: 1,
      volunteers: 2,
      capacity: Int32Array.of(1, 1),
      rowStart: Int32Array.of(0, 2),
      column: Int32Array.of(0, 1),
      cost: Int32Array.of(1, 2),
      unmatchedPenalty: Float64Array.of(10),
    };
    const live = new IncrementalAssignment(problem);
    live.arrive({ volunteers: [0, 1], costs: [2 ** 33, 2 ** 40], unmatchedPenalty: 2 ** 41 });
    const { problem: now, assignment } = live.snapshot();
    verify(now, assignment);
    expect(assignment.totalCost).toBe(2 ** 33 + 2);
  });

  it('keeps its optimum while many more requests come than there were', () => {
    const random = new Random(5);
    const live = new IncrementalAssignment(randomProblem(random, { requests: 4, volunteers: 9 }));
    for (let i = 0; i < 200; i++) {
      const volunteers = [0, 1, 2]
        .filter(() => random.chance(0.6))
        .filter((v) => v < live.snapshot().problem.volunteers);
      live.arrive({ volunteers, costs: volunteers.map(() => random.below(50)), unmatchedPenalty: 4000 });
    }
    const { problem, assignment } = live.snapshot();
    verify(problem, assignment);
    expect(assignment.totalCost).toBe(assign(problem).totalCost);
  });
});
