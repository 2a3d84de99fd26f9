import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { childInput, serveParent } from '../child.js';

/** A message as it lay in the topic. */
export interface RawMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface ProducerInput {
  readonly broker: string;
  readonly topic: string;
  /** JSON file of `RawMessage[]`. */
  readonly messages: string;
  /** How many go in one request. */
  readonly pageSize: number;
  /** For the paced run: one message, a pause, and so on, for the first `paced` messages. */
  readonly paced: { readonly count: number; readonly betweenMs: number };
}

/** The baseline: kafkajs alone sends the same messages with the same guarantees. */
const { broker, topic, messages: file, pageSize, paced } = childInput() as ProducerInput;
const messages = JSON.parse(readFileSync(file, 'utf8')) as RawMessage[];
const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
const producer = kafka.producer({
  idempotent: true,
  maxInFlightRequests: 1,
  createPartitioner: Partitioners.DefaultPartitioner,
});
await producer.connect();

async function sendAll(): Promise<void> {
  for (let from = 0; from < messages.length; from += pageSize)
    await producer.send({ topic, acks: -1, messages: messages.slice(from, from + pageSize) });
}

async function sendPaced(): Promise<void> {
  for (const message of messages.slice(0, paced.count)) {
    const headers = { ...message.headers, 'sent-at': String(Date.now()) };
    await producer.send({ topic, acks: -1, messages: [{ ...message, headers }] });
    await wait(paced.betweenMs);
  }
}

serveParent({}, { sendAll, sendPaced }, () => producer.disconnect());
