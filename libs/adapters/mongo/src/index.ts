export { openMongoReadModels } from './mongo-read-models.js';
