import { Unavailable, type ContractEvent, type EventBus } from '@lotsennetz/kernel';
import {
  describeWithServer,
  eventually,
  findOwnServers,
  history,
  kafkaServer,
  receive,
  someGroup,
  someTopic,
  streamOf,
  unique,
  type OwnServer,
} from '@lotsennetz/testing';
import { openKafkaEventBus } from './kafka-event-bus.js';

const nobody = 'kafka://127.0.0.1:9';

it('publishing and asking without a broker end within 5 s, as an outage', async () => {
  const bus = openKafkaEventBus(nobody);
  const since = performance.now();
  await expect(bus.publish('training', history(streamOf('c'), 0, 0))).rejects.toThrow(Unavailable);
  await expect(bus.backlog('training', 'matching.reaction')).rejects.toThrow(Unavailable);
  expect(performance.now() - since).toBeLessThan(10_000);
  await bus.close();
});

it('a consumer without a broker says so, and stops when told', async () => {
  const notices: string[] = [];
  const bus = openKafkaEventBus(nobody, (notice) => notices.push(notice));
  const receiving = receive(bus, { topic: 'training', group: 'matching.reaction' });
  await eventually(() => expect(notices).toContain('matching.reaction lost training: ECONNREFUSED; trying again'));
  await receiving.stop();
  await bus.close();
});

/** Publishes as the relay does: one page after the other, again until it is confirmed. */
function relayTo(bus: EventBus, topic: string, pages: readonly (readonly ContractEvent[])[]) {
  const failures: { readonly error: unknown; readonly afterMs: number }[] = [];
  let confirmed = 0;
  const done = (async () => {
    for (const page of pages) {
      for (;;) {
        const since = performance.now();
        try {
          await bus.publish(topic, page);
          break;
        } catch (error) {
          failures.push({ error, afterMs: performance.now() - since });
        }
      }
      confirmed += 1;
    }
  })();
  return { failures, confirmed: () => confirmed, done };
}

describeWithServer('Kafka that is killed', await findOwnServers(kafkaServer), (start) => {
  let server: OwnServer;
  beforeEach(async () => {
    server = await start()();
  });
  afterEach(() => server.dispose());

  it('comes back: publishing and consuming go on, nothing is lost, each stream keeps its order', async () => {
    const bus = openKafkaEventBus(`${server.url}?partitions=3`);
    const topic = someTopic();
    const streams = Array.from({ length: 6 }, () => streamOf(unique('c')));
    const pages = Array.from({ length: 300 }, (_, page) =>
      streams.flatMap((stream) => history(stream, page * 2, page * 2 + 1)),
    );
    const receiving = receive(bus, { topic, group: someGroup() });
    const relaying = relayTo(bus, topic, pages);
    await eventually(() => expect(receiving.events.length).toBeGreaterThan(200));
    await server.kill();
    await eventually(() => expect(relaying.failures.length).toBeGreaterThan(0));
    const confirmedBefore = relaying.confirmed();
    await server.bringBack();
    await relaying.done;
    const published = pages.flat();
    await eventually(() => expect(new Set(receiving.events.map(({ id }) => id)).size).toBe(published.length), 40_000);
    await receiving.stop();
    await bus.close();

    expect(confirmedBefore).toBeLessThan(pages.length);
    for (const { error, afterMs } of relaying.failures) {
      expect(error).toBeInstanceOf(Unavailable);
      expect(afterMs).toBeLessThan(5_000);
    }
    for (const stream of streams)
      expect(firstSeen(receiving.events, stream)).toEqual(published.filter((event) => event.stream === stream));
  });
});

/** What the kernel's `Consumer` would let through: an event that comes again is dropped. */
function firstSeen(events: readonly ContractEvent[], stream: string): readonly ContractEvent[] {
  const seen: ContractEvent[] = [];
  for (const event of events)
    if (event.stream === stream && event.revision > (seen.at(-1)?.revision ?? -1)) seen.push(event);
  return seen;
}
