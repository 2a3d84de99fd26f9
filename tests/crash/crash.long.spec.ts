import { seedOf } from '../seeded-random.js';
import { describeCrash } from './crash.suite.js';

describeCrash({ kills: 100, answersEach: 300, seed: seedOf(process.env), timeoutMs: 60 * 60_000 });
