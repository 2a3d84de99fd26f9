import { inTemporaryFile, keysContract } from '@lotsennetz/testing';
import { openSqliteKeys } from './sqlite-keys.js';

const module = new URL('sqlite-keys.ts', import.meta.url).href;

keysContract('SQLite', inTemporaryFile(openSqliteKeys, { module, factory: openSqliteKeys.name }));
