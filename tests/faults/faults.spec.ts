import { seedOf } from '../seeded-random.js';
import { describeFaults } from './faults.suite.js';

// The long form is part of `npm run test:long`.
await describeFaults({
  seed: seedOf(process.env, 20150912),
  backlog: 1_500,
  mongoGoneMs: 6_000,
  kills: 6,
  timeoutMs: 300_000,
});
