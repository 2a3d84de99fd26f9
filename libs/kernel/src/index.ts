export * from './addresses-past.js';
export type { Brand } from './brand.js';
export * from './calendar.js';
export * from './canonical.js';
export * from './consumer.js';
export {
  openProgress,
  parkedCollection,
  parkedStreams,
  progressCollection,
  requestParked,
} from './consumer-progress.js';
export type { Parked, StreamProgress } from './consumer-progress.js';
export * from './contract.js';
export * from './decision.js';
export * from './envelope.js';
export * from './erasure-ledger.js';
export * from './event-bus.js';
export * from './event-store.js';
export * from './events.js';
export * from './fold-cache.js';
export * from './handle-command.js';
export * from './ids.js';
export * from './keyring.js';
export * from './keys.js';
export * from './lease.js';
export * from './pause.js';
export * from './projection.js';
export * from './read-models.js';
export * from './relay.js';
export * as field from './schema.js';
export { personalFields, type DataOf, type Field, type Shape } from './schema.js';
export * from './schema-check.js';
export * from './sealed.js';
export * from './stream.js';
export * from './tenant-scope.js';
export * from './unavailable.js';
export * from './views.js';
export * from './wrapping.js';
