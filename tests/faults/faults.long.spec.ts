import { seedOf } from '../seeded-random.js';
import { describeFaults } from './faults.suite.js';

await describeFaults({
  seed: seedOf(process.env),
  backlog: 100_000,
  mongoGoneMs: 60_000,
  kills: 50,
  timeoutMs: 60 * 60_000,
});
