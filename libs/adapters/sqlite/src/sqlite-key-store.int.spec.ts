import { inTemporaryFile, keysContract, keysOver } from '@lotsennetz/testing';
import { openSqliteKeyStore } from './sqlite-key-store.js';

const module = new URL('sqlite-key-store.ts', import.meta.url).href;

keysContract(
  'SQLite',
  inTemporaryFile((file) => keysOver(openSqliteKeyStore(file)), { module, factory: openSqliteKeyStore.name }),
);
