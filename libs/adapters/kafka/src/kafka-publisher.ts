import type { Message, Producer } from 'kafkajs';
import { failureOf } from './kafka-failure.js';
import type { KafkaClient } from './kafka-client.js';
import type { KafkaTopics } from './kafka-topics.js';
import { within } from './within.js';

const sendWithinMs = 4_500;
const hangUpWithinMs = 2_000;
const longestSendBytes = 512 * 1024;
/** Room for the headers of a message. */
const envelopeBytes = 400;

/** Messages that are sent together. A long publication has several; each may fail it, the last one fulfils it. */
interface Part {
  readonly topic: string;
  readonly messages: readonly Message[];
  readonly bytes: number;
  readonly sent: () => void;
  readonly failed: (error: Error) => void;
}

/**
 * Sends publications one after the other, those that wait together in one request. One that fails takes all that wait
 * with it: a later event of a stream must not overtake an earlier one.
 */
export class KafkaPublisher {
  private waiting: Part[] = [];
  private sending: Promise<void> | undefined;
  private producer: Promise<Producer> | undefined;

  constructor(
    private readonly kafka: KafkaClient,
    private readonly topics: KafkaTopics,
  ) {}

  /** @throws Unavailable when the brokers have not confirmed it within 5 s; it may be there all the same. */
  publish(topic: string, messages: readonly Message[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const parts = partsOf(messages);
      parts.forEach((part, index) => {
        const sent = index === parts.length - 1 ? resolve : () => undefined;
        this.waiting.push({ ...part, topic, sent, failed: reject });
      });
      this.sending ??= this.sendWaiting().finally(() => (this.sending = undefined));
    });
  }

  async close(): Promise<void> {
    await this.sending;
    await this.hangUp();
  }

  private async sendWaiting(): Promise<void> {
    // What is published in the same turn of the event loop travels together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const parts = this.takeNext();
      try {
        await within(sendWithinMs, this.send(parts));
        for (const part of parts) part.sent();
      } catch (cause) {
        this.failAll(parts, failureOf(cause));
      }
    }
  }

  private takeNext(): readonly Part[] {
    let bytes = 0;
    const tooMuch = this.waiting.findIndex((part, index) => (bytes += part.bytes) > longestSendBytes && index > 0);
    return this.waiting.splice(0, tooMuch === -1 ? this.waiting.length : tooMuch);
  }

  private async send(parts: readonly Part[]): Promise<void> {
    const byTopic = [...Map.groupBy(parts, (part) => part.topic)];
    await Promise.all(byTopic.map(([topic]) => this.topics.ensure(topic)));
    this.producer ??= this.connect();
    const producer = await this.producer;
    await producer.sendBatch({
      acks: -1,
      topicMessages: byTopic.map(([topic, its]) => ({ topic, messages: its.flatMap((part) => part.messages) })),
    });
  }

  private failAll(parts: readonly Part[], error: Error): void {
    // Its sequence numbers may no longer fit those of the brokers, and it must not go on trying in the background.
    void this.hangUp();
    this.topics.forget();
    const failed = [...parts, ...this.waiting.splice(0)];
    for (const part of failed) part.failed(error);
  }

  private async connect(): Promise<Producer> {
    const { Partitioners } = await import('kafkajs');
    const producer = (await this.kafka()).producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
    await producer.connect();
    return producer;
  }

  private async hangUp(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await within(
      hangUpWithinMs,
      producer?.then((each) => each.disconnect()),
    ).catch(() => undefined);
  }
}

function partsOf(messages: readonly Message[]): readonly Pick<Part, 'messages' | 'bytes'>[] {
  const parts: { messages: Message[]; bytes: number }[] = [];
  for (const message of messages) {
    const bytes = envelopeBytes + (message.value?.length ?? 0);
    const last = parts.at(-1);
    if (last && last.bytes + bytes <= longestSendBytes) {
      last.messages.push(message);
      last.bytes += bytes;
    } else parts.push({ messages: [message], bytes });
  }
  return parts;
}
