import type { EventBus } from '@lotsennetz/kernel';
import { contractEvent, history, receive, someGroup, someTopic, streamOf } from './contracts-under-test.js';
import { idsOf } from './events-under-test.js';
import { eventually } from './eventually.js';
import { unique, type InUse } from './harness.js';

export function delivers(buses: InUse<EventBus>): void {
  it('delivers what was published before and after, unchanged and in order', async () => {
    const bus = await buses.open();
    const [topic, stream] = [someTopic(), streamOf(unique('c'))];
    const published = [0, 1, 2].map((revision) =>
      contractEvent(stream, revision, { title: `"Kurs" 😀 سلام ${revision}`, list: [1, null] }),
    );
    await bus.publish(topic, published.slice(0, 2));
    const receiving = receive(bus, { topic, group: someGroup() });
    await eventually(() => expect(receiving.events).toHaveLength(2));
    await bus.publish(topic, published.slice(2));
    await eventually(() => expect(receiving.events).toStrictEqual(published));
    await receiving.stop();
  });

  it('keeps the order of each stream, however many events and publishers', async () => {
    const buses2 = [await buses.open(), await buses.open()];
    const topic = someTopic();
    const streams = Array.from({ length: 6 }, () => streamOf(unique('c')));
    const receiving = receive(await buses.open(), { topic, group: someGroup() });
    const publishing = streams.map(async (stream, index) => {
      for (let from = 0; from < 100; from += 20)
        await buses2[index % 2]?.publish(topic, history(stream, from, from + 19));
    });
    await Promise.all(publishing);
    await eventually(() => expect(receiving.events).toHaveLength(600));
    await receiving.stop();
    for (const stream of streams) {
      const revisions = receiving.events.filter((event) => event.stream === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(Array.from({ length: 100 }, (_, index) => index));
    }
  });

  it('keeps the order of publications that nobody waited for', async () => {
    const bus = await buses.open();
    const [topic, stream] = [someTopic(), streamOf(unique('c'))];
    await Promise.all(history(stream, 0, 9).map((event) => bus.publish(topic, [event])));
    const receiving = receive(bus, { topic, group: someGroup() });
    await eventually(() => expect(idsOf(receiving.events)).toEqual(idsOf(history(stream, 0, 9))));
    await receiving.stop();
  });

  it('topics are apart', async () => {
    const bus = await buses.open();
    const [mine, other] = [someTopic(), someTopic()];
    const receiving = receive(bus, { topic: mine, group: someGroup() });
    await bus.publish(other, history(streamOf(unique('c')), 0, 2));
    const events = history(streamOf(unique('c')), 0, 0);
    await bus.publish(mine, events);
    await eventually(() => expect(receiving.events).toEqual(events));
    await receiving.stop();
  });

  it('publishing nothing is allowed and delivers nothing', async () => {
    const bus = await buses.open();
    const [topic, group] = [someTopic(), someGroup()];
    await bus.publish(topic, []);
    expect(await bus.backlog(topic, group)).toBe(0);
  });
}

export function remembersGroups(buses: InUse<EventBus>): void {
  it('each group gets everything, from the beginning', async () => {
    const bus = await buses.open();
    const topic = someTopic();
    const events = history(streamOf(unique('c')), 0, 4);
    const early = receive(bus, { topic, group: someGroup() });
    await bus.publish(topic, events);
    await eventually(() => expect(early.events).toEqual(events));
    const late = receive(bus, { topic, group: someGroup() });
    await eventually(() => expect(late.events).toEqual(events));
    await Promise.all([early.stop(), late.stop()]);
  });

  it('a group goes on where it stopped, in the same process and after a restart', async () => {
    const from = { topic: someTopic(), group: someGroup() };
    const stream = streamOf(unique('c'));
    let bus = await buses.open();
    for (const [restart, first] of [
      [false, 0],
      [false, 5],
      [true, 10],
      [true, 15],
    ] as const) {
      if (restart) bus = await buses.restart();
      const events = history(stream, first, first + 4);
      await bus.publish(from.topic, events);
      const receiving = receive(bus, from);
      await eventually(() => expect(idsOf(receiving.events)).toEqual(idsOf(events)));
      await receiving.stop();
    }
  });

  it('what was published is there after a restart though nobody consumed it', async () => {
    const topic = someTopic();
    const events = history(streamOf(unique('c')), 0, 3);
    await (await buses.open()).publish(topic, events);
    const receiving = receive(await buses.restart(), { topic, group: someGroup() });
    await eventually(() => expect(receiving.events).toEqual(events));
    await receiving.stop();
  });

  it('the backlog counts what a group has not done', async () => {
    const bus = await buses.open();
    const from = { topic: someTopic(), group: someGroup() };
    const stream = streamOf(unique('c'));
    expect(await bus.backlog(from.topic, from.group)).toBe(0);
    await bus.publish(from.topic, history(stream, 0, 4));
    await bus.publish(someTopic(), history(stream, 0, 1));
    expect(await bus.backlog(from.topic, from.group)).toBe(5);
    const receiving = receive(bus, from);
    await eventually(async () => expect(await bus.backlog(from.topic, from.group)).toBe(0));
    await receiving.stop();
    expect(await bus.backlog(from.topic, someGroup())).toBe(5);
    expect(await (await buses.restart()).backlog(from.topic, from.group)).toBe(0);
  });
}

export function deliversAgain(buses: InUse<EventBus>): void {
  it('a batch whose handling throws comes again, and nothing after it overtakes', async () => {
    const bus = await buses.open();
    const from = { topic: someTopic(), group: someGroup() };
    const events = history(streamOf(unique('c')), 0, 9);
    await bus.publish(from.topic, events);
    let failures = 2;
    const seen: string[] = [];
    const receiving = receive(bus, from, (batch) => {
      seen.push(batch[0]?.id ?? '');
      return failures-- > 0 ? Promise.reject(new Error('not now')) : Promise.resolve();
    });
    await eventually(() => expect(receiving.events).toEqual(events));
    await receiving.stop();
    expect(seen.slice(0, 3)).toEqual(Array(3).fill(events[0]?.id));
  });

  it('one group that fails holds up no other', async () => {
    const bus = await buses.open();
    const topic = someTopic();
    const events = history(streamOf(unique('c')), 0, 2);
    const stuck = receive(bus, { topic, group: someGroup() }, () => Promise.reject(new Error('never')));
    const fine = receive(bus, { topic, group: someGroup() });
    await bus.publish(topic, events);
    await eventually(() => expect(fine.events).toEqual(events));
    await Promise.all([stuck.stop(), fine.stop()]);
    expect(stuck.events).toEqual([]);
  });

  it('a batch that was not done when its consumer stopped comes again', async () => {
    const from = { topic: someTopic(), group: someGroup() };
    const events = history(streamOf(unique('c')), 0, 2);
    const bus = await buses.open();
    await bus.publish(from.topic, events);
    let attempts = 0;
    const failing = receive(bus, from, () => Promise.reject(new Error(`attempt ${++attempts}`)));
    await eventually(() => expect(attempts).toBeGreaterThan(0));
    await failing.stop();
    const receiving = receive(await buses.restart(), from);
    await eventually(() => expect(receiving.events).toEqual(events));
    await receiving.stop();
  });

  it('stopping waits for the batch under way', async () => {
    const bus = await buses.open();
    const from = { topic: someTopic(), group: someGroup() };
    await bus.publish(from.topic, history(streamOf(unique('c')), 0, 0));
    const [begun, release] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const receiving = receive(bus, from, async () => {
      begun.resolve(undefined);
      await release.promise;
    });
    await begun.promise;
    const stopped = receiving.stop();
    release.resolve(undefined);
    await stopped;
    expect(receiving.events).toHaveLength(1);
    expect(await bus.backlog(from.topic, from.group)).toBe(0);
  });

  it('stopping ends a consumer that waits', async () => {
    const bus = await buses.open();
    const receiving = receive(bus, { topic: someTopic(), group: someGroup() });
    await receiving.stop();
    expect(receiving.events).toEqual([]);
  });
}
