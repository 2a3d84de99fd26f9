import { mkdirSync, writeFileSync } from 'node:fs';
import { answersFile } from '@lotsennetz/suite';
import { answersDocument } from './answers/answers-document.js';
import { openapiDocument } from './openapi-document.js';

// Served by every process, which has no types any more.
writeFileSync(answersFile, answersDocument());

// Read at once by openapi-typescript, which makes the portal's types of it; only those are kept.
const folder = new URL('../../node_modules/.cache/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('lotsennetz-openapi.json', folder), await openapiDocument());
