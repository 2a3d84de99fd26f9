import { seedOf } from '../seeded-random.js';
import { describeFuzz } from './fuzz.suite.js';

// The long form, `npm run test:long`, sends fifty thousand.
describeFuzz({ requests: 5_000, seed: seedOf(process.env, 20150331), mayMiss: 4, timeoutMs: 300_000 });
