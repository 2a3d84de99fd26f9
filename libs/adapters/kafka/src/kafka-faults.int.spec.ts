import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConsumerUnderTest,
  describeWithServer,
  eventually,
  findServer,
  history,
  kafkaServer,
  MemoryReadModels,
  MemoryTables,
  receive,
  someGroup,
  someTopic,
  startReaction,
  streamOf,
  unique,
  type Opening,
} from '@lotsennetz/testing';
import { openKafkaEventBus } from './kafka-event-bus.js';

const moduleOf = (file: string) => new URL(file, import.meta.url).href;

describeWithServer('Kafka with faults', await findServer(kafkaServer), (server) => {
  it('hands over what a consumer held up for longer than its session had not done, and takes nothing twice after that', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lotsennetz-'));
    const address = `${server().url}?partitions=1&sessionSeconds=6`;
    const opening = (module: string, factory: string, argument: string): Opening => ({ module, factory, argument });
    const task = {
      topic: someTopic(),
      consumer: someGroup(),
      handleMs: 5,
      bus: opening(moduleOf('kafka-event-bus.ts'), 'openKafkaEventBus', address),
      // Progress is shared between processes, so it must lie in a real store.
      readModels: opening(
        moduleOf('../../sqlite/src/sqlite-read-models.ts'),
        'openSqliteReadModels',
        join(folder, 'views.db'),
      ),
    };
    const bus = openKafkaEventBus(address);
    const streams = Array.from({ length: 4 }, () => streamOf(unique('c')));
    const first = startReaction(task);
    await eventually(async () => expect(await bus.backlog(task.topic, task.consumer)).toBe(0));
    // Several pages, so that it has some behind it and some before it when it is held up.
    for (let page = 0; page < 40; page++)
      await bus.publish(
        task.topic,
        streams.flatMap((stream) => history(stream, page * 25, page * 25 + 24)),
      );
    await eventually(() => expect(first.handled.length).toBeGreaterThan(50));
    first.holdUp();
    const held = first.handled.length;
    const second = startReaction(task);
    await eventually(async () => expect(await bus.backlog(task.topic, task.consumer)).toBe(0), 40_000);
    first.goOn();
    const later = streams.flatMap((stream) => history(stream, 1_000, 1_009));
    await bus.publish(task.topic, later);
    await eventually(async () => expect(await bus.backlog(task.topic, task.consumer)).toBe(0), 40_000);
    await Promise.all([first.stop(), second.stop()]);
    await bus.close();
    await rm(folder, { recursive: true });

    const all = [...first.handled, ...second.handled];
    const published = streams.flatMap((stream) => history(stream, 0, 1_009)).map(({ id }) => id);
    expect(new Set(all)).toEqual(new Set(published));
    // Held up in the middle of a batch, it ends that batch: those effects are idempotent by their command ids.
    const twice = all.length - published.length;
    expect(twice).toBeLessThanOrEqual(2_000);
    for (const { id } of later) expect(all.filter((each) => each === id)).toHaveLength(1);
    for (const { handled } of [first, second])
      for (const stream of streams) {
        const revisions = handled.filter((id) => id.startsWith(`${stream}/`)).map((id) => Number(id.split('/')[1]));
        expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
      }
    expect(held).toBeLessThan(published.length);
  });

  it('a backlog of 20,000 events is drained, in order', async () => {
    const bus = openKafkaEventBus(`${server().url}?partitions=3`);
    const from = { topic: someTopic(), group: someGroup() };
    const streams = Array.from({ length: 40 }, () => streamOf(unique('c')));
    await bus.publish(
      from.topic,
      streams.flatMap((stream) => history(stream, 0, 499)),
    );
    expect(await bus.backlog(from.topic, from.group)).toBe(20_000);
    const receiving = receive(bus, from);
    await eventually(async () => expect(await bus.backlog(from.topic, from.group)).toBe(0), 40_000);
    await receiving.stop();
    await bus.close();
    expect(receiving.events).toHaveLength(20_000);
    const byStream = Map.groupBy(receiving.events, ({ stream }) => stream);
    for (const stream of streams) expect(byStream.get(stream)).toEqual(history(stream, 0, 499));
  });

  it('a poisonous event parks its stream; those beside it in its partition and in others go on', async () => {
    const bus = openKafkaEventBus(`${server().url}?partitions=2`);
    const topic = someTopic();
    const [bad, ...good] = Array.from({ length: 9 }, () => streamOf(unique('c')));
    const consumer = new ConsumerUnderTest({ bus, readModels: new MemoryReadModels(new MemoryTables()) }, topic);
    consumer.failing.set(`${bad}/2`, new TypeError('poison'));
    for (let revision = 0; revision < 20; revision++)
      await bus.publish(
        topic,
        [bad!, ...good].flatMap((stream) => history(stream, revision, revision)),
      );
    await consumer.settled(topic);
    expect([...(await consumer.parked()).keys()]).toEqual([bad]);
    await consumer.stop();
    await bus.close();
    const handled = (stream: string) => consumer.handled.filter((id) => id.startsWith(`${stream}/`));
    expect(handled(bad!)).toEqual(history(bad!, 0, 1).map(({ id }) => id));
    for (const stream of good) expect(handled(stream)).toEqual(history(stream, 0, 19).map(({ id }) => id));
  });

  it('a message that is no contract event is skipped, and said so', async () => {
    const notices: string[] = [];
    const bus = openKafkaEventBus(server().url, (notice) => notices.push(notice));
    const [topic, stream] = [someTopic(), streamOf(unique('c'))];
    const foreign = { ...history(stream, 0, 0)[0]!, data: 'not an object' as unknown as object };
    await bus.publish(topic, [foreign, ...history(stream, 1, 1)]);
    const receiving = receive(bus, { topic, group: someGroup() });
    await eventually(() => expect(receiving.events).toEqual(history(stream, 1, 1)));
    await receiving.stop();
    await bus.close();
    expect(notices).toEqual([expect.stringMatching(/^skipped .*\/0: no contract event$/)]);
  });

  it('many that ask about different topics at once, while these are made, are all answered', async () => {
    const bus = openKafkaEventBus(server().url);
    const topics = Array.from({ length: 6 }, someTopic);
    await bus.publish(topics[0]!, history(streamOf('c'), 0, 2));
    const asked = Array.from({ length: 24 }, (_, index) => bus.backlog(topics[index % 6]!, someGroup()));
    expect(await Promise.all(asked)).toEqual(asked.map((_, index) => (index % 6 === 0 ? 3 : 0)));
    await bus.close();
  });
});
