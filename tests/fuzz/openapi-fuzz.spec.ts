import { seedOf } from '../seeded-random.js';
import { describeFuzz } from './fuzz.suite.js';

// Some forty requests for each operation: a few that need a certain state stay out of reach. The long form,
// `npm run test:long`, sends fifty thousand and reaches all.
describeFuzz({ requests: 5_000, seed: seedOf(process.env, 20150331), mayMiss: 4, timeoutMs: 300_000 });
