import { seedOf } from '../seeded-random.js';
import { describeFuzz } from './fuzz.suite.js';

describeFuzz({ requests: 50_000, seed: seedOf(process.env), mayMiss: 0, timeoutMs: 30 * 60_000 });
