import type { EventBus } from '@lotsennetz/kernel';
import { describeWithServer, eventBusContract, findServer, kafkaServer, type MakeHarness } from '@lotsennetz/testing';
import { openKafkaEventBus } from './kafka-event-bus.js';

describeWithServer('Kafka', await findServer(kafkaServer), (server) => {
  const withPartitions =
    (partitions: number): MakeHarness<EventBus> =>
    () =>
      Promise.resolve({
        open: () => Promise.resolve(openKafkaEventBus(`${server().url}?partitions=${partitions}&prefix=contract.`)),
        dispose: () => Promise.resolve(),
      });

  eventBusContract('one partition', withPartitions(1));
  eventBusContract('four partitions', withPartitions(4));
});
