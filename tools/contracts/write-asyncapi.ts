import { writeFileSync } from 'node:fs';
import { asyncApiText } from './asyncapi.js';

writeFileSync(new URL('../../docs/asyncapi.yaml', import.meta.url), asyncApiText());
