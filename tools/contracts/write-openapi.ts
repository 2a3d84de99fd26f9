import { mkdirSync, writeFileSync } from 'node:fs';
import { openapiDocument } from './openapi-document.js';

// Read at once by openapi-typescript, which makes the portal's types of it; only those are kept.
const folder = new URL('../../node_modules/.cache/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('lotsennetz-openapi.json', folder), await openapiDocument());
