export { databaseOf } from './mongo-address.js';
export { openMongoKeys } from './mongo-keys.js';
export { openMongoReadModels } from './mongo-read-models.js';
