import { EventRun } from '../testing/event-run.js';
import { Random } from '../testing/random.js';

describe('an assignment that follows events, in full', () => {
  it.each([
    [11, { requests: 60, volunteers: 25 }],
    [12, { requests: 300, volunteers: 120 }],
    [13, { requests: 300, volunteers: 400 }],
  ])(
    'holds its certificate after each of 5,000 events (seed %d)',
    (seed, limits) => {
      const run = new EventRun(new Random(seed), limits);
      for (let i = 0; i < 5000; i++) run.step();
      expect(run.kinds).toBe(8);
    },
    300_000,
  );
});
