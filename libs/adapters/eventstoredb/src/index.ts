export { openEventStoreDb } from './open-eventstoredb.js';
