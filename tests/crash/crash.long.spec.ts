import { seedOf } from '../seeded-random.js';
import { describeCrash } from './crash.suite.js';

describeCrash({ kills: 100, answersEach: 600, seed: seedOf(process.env), timeoutMs: 30 * 60_000 });
