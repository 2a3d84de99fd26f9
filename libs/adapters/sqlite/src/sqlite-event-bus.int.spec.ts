import { eventBusContract, inTemporaryFile } from '@lotsennetz/testing';
import { openSqliteEventBus } from './sqlite-event-bus.js';
import { openSqliteReadModels } from './sqlite-read-models.js';

const sourceOf = (file: string) => new URL(file, import.meta.url).href;

eventBusContract(
  'SQLite',
  inTemporaryFile(openSqliteEventBus, { module: sourceOf('sqlite-event-bus.ts'), factory: openSqliteEventBus.name }),
  inTemporaryFile(openSqliteReadModels, {
    module: sourceOf('sqlite-read-models.ts'),
    factory: openSqliteReadModels.name,
  }),
);
