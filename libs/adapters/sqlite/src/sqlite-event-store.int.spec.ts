import { eventStoreContract, inTemporaryFile } from '@lotsennetz/testing';
import { openSqliteEventStore } from './sqlite-event-store.js';

const module = new URL('sqlite-event-store.ts', import.meta.url).href;

eventStoreContract('SQLite', inTemporaryFile(openSqliteEventStore, { module, factory: openSqliteEventStore.name }), {
  processes: 3,
});
