import { EventRun } from '../testing/event-run.js';
import { Random } from '../testing/random.js';

describe('an assignment that follows events', () => {
  it.each([1, 2, 3, 4])('holds its certificate after every event (seed %d)', (seed) => {
    const run = new EventRun(new Random(seed), { requests: 40, volunteers: 15 });
    for (let i = 0; i < 400; i++) run.step();
    expect(run.kinds).toBe(8);
  });
});
