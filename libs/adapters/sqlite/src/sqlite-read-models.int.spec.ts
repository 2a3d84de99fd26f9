import { inTemporaryFile, readModelsContract } from '@lotsennetz/testing';
import { openSqliteReadModels } from './sqlite-read-models.js';

const module = new URL('sqlite-read-models.ts', import.meta.url).href;

readModelsContract('SQLite', inTemporaryFile(openSqliteReadModels, { module, factory: openSqliteReadModels.name }));
