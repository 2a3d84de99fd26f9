export { lockDataFolder, type DataFolderLock } from './data-folder-lock.js';
export { openSqliteEventBus } from './sqlite-event-bus.js';
export { openSqliteEventStore } from './sqlite-event-store.js';
export { openSqliteKeyStore } from './sqlite-key-store.js';
export { openSqliteReadModels } from './sqlite-read-models.js';
