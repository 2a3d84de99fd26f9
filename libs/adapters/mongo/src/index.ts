export { databaseOf } from './mongo-address.js';
export { openMongoReadModels } from './mongo-read-models.js';
