import { openKafkaEventBus } from '@lotsennetz/adapter-kafka';
import { pagesOf, type BenchRun } from './some-events.js';

/** Events a second from the first publication until the last event was handled and the group's offsets are committed. */
export async function throughPort({ url, partitions, topic, events }: BenchRun): Promise<number> {
  const bus = openKafkaEventBus(`${url}?partitions=${partitions}&prefix=port.`);
  const subscription = { topic, group: `${topic}.reaction` };
  await bus.backlog(topic, subscription.group);
  const [stopping, all] = [new AbortController(), Promise.withResolvers<undefined>()];
  let handled = 0;
  const since = performance.now();
  const handle = (batch: readonly unknown[]) => {
    handled += batch.length;
    if (handled >= events.length) all.resolve(undefined);
    return Promise.resolve();
  };
  const consuming = bus.consume({ ...subscription, handle, signal: stopping.signal });
  for (const page of pagesOf(events)) await bus.publish(topic, page);
  await all.promise;
  const seconds = (performance.now() - since) / 1_000;
  stopping.abort();
  await consuming;
  await bus.close();
  return events.length / seconds;
}
