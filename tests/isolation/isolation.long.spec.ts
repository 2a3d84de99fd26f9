import { seedOf } from '../seeded-random.js';
import { describeIsolation } from './isolation.suite.js';

describeIsolation({ calls: 20_000, seed: seedOf(process.env), timeoutMs: 30 * 60_000 });
