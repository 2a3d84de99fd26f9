export { lockDataFolder, type DataFolderLock } from './data-folder-lock.js';
export { openSqliteEventBus } from './sqlite-event-bus.js';
export { openSqliteEventStore } from './sqlite-event-store.js';
export { openSqliteKeys } from './sqlite-keys.js';
export { openSqliteReadModels } from './sqlite-read-models.js';
