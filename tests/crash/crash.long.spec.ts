import { seedOf } from '../seeded-random.js';
import { describeCrash } from './crash.suite.js';

describeCrash({ kills: 100, lifeMs: 4_000, seed: seedOf(process.env), timeoutMs: 30 * 60_000 });
