import { seedOf } from '../seeded-random.js';
import { describeCrash } from './crash.suite.js';

// The long form, `npm run test:long`, kills a hundred times.
describeCrash({ kills: 8, answersEach: 300, seed: seedOf(process.env, 20150331), timeoutMs: 300_000 });
