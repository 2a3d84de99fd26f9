import { Kafka, logLevel, Partitioners, type Message } from 'kafkajs';
import { pagesOf, type BenchRun } from './some-events.js';

/** The same messages, acknowledgements and batches, as one would write it by hand: nothing is turned into events. */
export async function withKafkajsAlone({ url, partitions, topic, events }: BenchRun): Promise<number> {
  const name = `alone.${topic}`;
  const kafka = new Kafka({ brokers: [new URL(url).host], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic: name, numPartitions: partitions }] });
  await admin.disconnect();
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  const consumer = kafka.consumer({ groupId: name, maxWaitTimeInMs: 500 });
  const all = Promise.withResolvers<undefined>();
  let received = 0;
  const pages = pagesOf(events.map(messageOf));
  const since = performance.now();
  const consuming = (async () => {
    await consumer.connect();
    await consumer.subscribe({ topic: name, fromBeginning: true });
    await consumer.run({
      eachBatch: ({ batch }) => {
        received += batch.messages.length;
        if (received >= events.length) all.resolve(undefined);
        return Promise.resolve();
      },
    });
  })();
  await producer.connect();
  for (const page of pages) await producer.send({ topic: name, acks: -1, messages: [...page] });
  await consuming;
  await all.promise;
  const seconds = (performance.now() - since) / 1_000;
  await Promise.all([producer.disconnect(), consumer.disconnect()]);
  return events.length / seconds;
}

function messageOf(event: BenchRun['events'][number]): Message {
  const { data, revision, ...attributes } = event;
  const headers = Object.entries({ ...attributes, revision: String(revision), specversion: '1.0', source: '/bench' });
  return {
    key: event.stream,
    value: JSON.stringify(data),
    headers: Object.fromEntries(headers.map(([name, value]) => [`ce_${name}`, value])),
  };
}
