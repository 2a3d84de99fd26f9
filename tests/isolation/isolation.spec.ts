import { seedOf } from '../seeded-random.js';
import { describeIsolation } from './isolation.suite.js';

// The long form, `npm run test:long`, makes twenty thousand.
describeIsolation({ calls: 2_000, seed: seedOf(process.env, 20150331), timeoutMs: 300_000 });
