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
} from '@lotsennetz/testing';
import { openKafkaEventBus } from './kafka-event-bus.js';

describeWithServer('Kafka that is killed again and again', await findOwnServers(kafkaServer), (start) => {
  it('a group goes on where it was, and a backlog from before is still there', async () => {
    const server = await start()();
    const bus = openKafkaEventBus(server.url);
    const from = { topic: someTopic(), group: someGroup() };
    const stream = streamOf(unique('c'));
    await bus.publish(from.topic, history(stream, 0, 4));
    const before = receive(bus, from);
    await eventually(async () => expect(await bus.backlog(from.topic, from.group)).toBe(0));
    await before.stop();
    await bus.publish(from.topic, history(stream, 5, 9));
    for (let kills = 0; kills < 3; kills++) {
      await server.kill();
      await server.bringBack();
    }
    await eventually(async () => expect(await bus.backlog(from.topic, from.group)).toBe(5));
    const after = receive(bus, from);
    await eventually(() => expect(after.events).toEqual(history(stream, 5, 9)));
    await after.stop();
    await bus.close();
    await server.dispose();
  });

  it('a backlog of 100,000 events is drained after it, in order, each handled part once', async () => {
    const server = await start()();
    const bus = openKafkaEventBus(`${server.url}?partitions=3`);
    const from = { topic: someTopic(), group: someGroup() };
    const streams = Array.from({ length: 50 }, () => streamOf(unique('c')));
    for (let page = 0; page < 200; page++)
      await bus.publish(
        from.topic,
        streams.flatMap((stream) => history(stream, page * 10, page * 10 + 9)),
      );
    await server.kill();
    await server.bringBack();
    const receiving = receive(bus, from);
    await eventually(async () => expect(await bus.backlog(from.topic, from.group)).toBe(0), 120_000);
    await receiving.stop();
    await bus.close();
    await server.dispose();
    expect(receiving.events).toHaveLength(100_000);
    for (const stream of streams) {
      const revisions = receiving.events.filter((event) => event.stream === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: 2_000 }, (_, index) => index));
    }
  }, 240_000);
});
