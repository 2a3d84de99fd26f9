export { databaseOf } from './mongo-address.js';
export { openMongoKeyStore } from './mongo-key-store.js';
export { openMongoLedger } from './mongo-ledger.js';
export { openMongoReadModels } from './mongo-read-models.js';
