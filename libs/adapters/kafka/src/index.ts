export { openKafkaEventBus } from './kafka-event-bus.js';
