import type { ContractEvent, EventBus } from '@lotsennetz/kernel';
import type { Notice } from './batch-handling.js';
import { messageOf } from './cloud-event-message.js';
import { parseKafkaAddress, type KafkaAddress } from './kafka-address.js';
import { kafkaClient, patient, quick } from './kafka-client.js';
import { failureOf } from './kafka-failure.js';
import { KafkaPublisher } from './kafka-publisher.js';
import { consumeUntilAborted, type SubscriptionPorts } from './kafka-subscription.js';
import { KafkaTopics } from './kafka-topics.js';

type Subscription = Parameters<EventBus['consume']>[0];

/**
 * Opens the bus over a Kafka cluster; connects with the first use and again after each outage. Any number of processes
 * may consume as one group: the cluster gives each some of the partitions.
 * @param address see `parseKafkaAddress`
 * @param notice is told of outages of consumers and of messages that are none of ours
 * @throws RangeError for an address that cannot be used.
 */
export function openKafkaEventBus(address: string, notice: Notice = () => undefined): EventBus {
  return new KafkaEventBus(parseKafkaAddress(address), notice);
}

class KafkaEventBus implements EventBus {
  private readonly consuming: SubscriptionPorts;
  private readonly topics: KafkaTopics;
  private readonly publisher: KafkaPublisher;

  constructor(
    private readonly address: KafkaAddress,
    notice: Notice,
  ) {
    const kafka = kafkaClient(address, quick);
    this.topics = new KafkaTopics(kafka, address.topics);
    this.publisher = new KafkaPublisher(kafka, this.topics);
    const { sessionTimeoutMs } = address;
    this.consuming = {
      kafka: kafkaClient(address, patient(sessionTimeoutMs)),
      topics: this.topics,
      sessionTimeoutMs,
      notice,
    };
  }

  async publish(topic: string, events: readonly ContractEvent[]): Promise<void> {
    if (events.length === 0) return;
    const messages = events.map((event) => messageOf(topic, event));
    await this.publisher.publish(this.nameOf(topic), messages);
  }

  async consume({ topic, group, handle, signal }: Subscription): Promise<void> {
    await consumeUntilAborted(this.consuming, { topic: this.nameOf(topic), group: this.nameOf(group), handle, signal });
  }

  async backlog(topic: string, group: string): Promise<number> {
    try {
      return await this.topics.backlog(this.nameOf(topic), this.nameOf(group));
    } catch (cause) {
      throw failureOf(cause);
    }
  }

  async close(): Promise<void> {
    await this.publisher.close();
    await this.topics.close();
  }

  private nameOf(topicOrGroup: string): string {
    return `${this.address.prefix}${topicOrGroup}`;
  }
}
