import { Unavailable, type StreamName } from '@lotsennetz/kernel';
import { ConsumerUnderTest, type Ports } from './consumer-under-test.js';
import { history, someTopic, streamOf } from './contracts-under-test.js';
import { idsOf } from './events-under-test.js';
import { eventually } from './eventually.js';
import { unique } from './harness.js';

const idAt = (stream: StreamName, revision: number) => `${stream}/${revision}`;
const idsAt = (stream: StreamName, from: number, to: number) => idsOf(history(stream, from, to));

/** A topic with a stream that fails at revision 1 and one that does not, both up to revision 3, and who has parked the first. */
async function parkedAtOne(ports: Ports) {
  const [topic, bad, good] = [someTopic(), streamOf(unique('bad')), streamOf(unique('good'))];
  const consumer = new ConsumerUnderTest(ports, topic);
  consumer.failing.set(idAt(bad, 1), new RangeError('no'));
  await ports.bus.publish(topic, [...history(bad, 0, 3), ...history(good, 0, 3)]);
  await consumer.settled(topic);
  return { topic, bad, good, consumer };
}

export function skipsDuplicates(openPorts: () => Promise<Ports>, restart: () => Promise<Ports>): void {
  it('what is published twice is handled once, also after a restart', async () => {
    const [topic, stream] = [someTopic(), streamOf(unique('c'))];
    const ports = await openPorts();
    const consumer = new ConsumerUnderTest(ports, topic);
    await ports.bus.publish(topic, history(stream, 0, 2));
    await ports.bus.publish(topic, history(stream, 1, 2));
    await consumer.settled(topic);
    await consumer.stop();
    const again = await restart();
    const restarted = new ConsumerUnderTest(again, topic, consumer.name);
    await again.bus.publish(topic, history(stream, 0, 3));
    await restarted.settled(topic);
    await restarted.stop();
    expect(consumer.handled).toEqual(idsAt(stream, 0, 2));
    expect(restarted.handled).toEqual([idAt(stream, 3)]);
  });

  it('gaps in the revisions of a stream are normal', async () => {
    const [topic, stream] = [someTopic(), streamOf(unique('c'))];
    const ports = await openPorts();
    const consumer = new ConsumerUnderTest(ports, topic);
    const events = [...history(stream, 4, 4), ...history(stream, 9, 9)];
    await ports.bus.publish(topic, events);
    await consumer.settled(topic);
    await consumer.stop();
    expect(consumer.handled).toEqual(idsOf(events));
  });
}

export function parks(openPorts: () => Promise<Ports>): void {
  it('a reaction that keeps failing parks its stream, and only it', async () => {
    const ports = await openPorts();
    const { topic, bad, good, consumer } = await parkedAtOne(ports);
    await ports.bus.publish(topic, [...history(bad, 4, 5), ...history(good, 4, 5)]);
    await consumer.settled(topic);
    const parked = await consumer.parked();
    await consumer.stop();
    expect(consumer.handled.filter((id) => id.startsWith(good))).toEqual(idsAt(good, 0, 5));
    expect(consumer.handled.filter((id) => id.startsWith(bad))).toEqual(idsAt(bad, 0, 0));
    const mark = { since: '2015-11-20T08:00:00.000Z', reason: 'RangeError', waiting: 5, from: 1 };
    expect([...parked]).toEqual([[bad, mark]]);
  });

  it('other consumers of the topic go on with that stream', async () => {
    const ports = await openPorts();
    const { topic, bad, good, consumer } = await parkedAtOne(ports);
    const other = new ConsumerUnderTest(ports, topic);
    await other.settled(topic);
    expect([...other.handled].sort()).toEqual([...idsAt(bad, 0, 3), ...idsAt(good, 0, 3)].sort());
    expect([...(await other.parked())]).toEqual([]);
    await Promise.all([consumer.stop(), other.stop()]);
  });

  it('an event is tried again before its stream is parked', async () => {
    const ports = await openPorts();
    const [topic, stream] = [someTopic(), streamOf(unique('c'))];
    const consumer = new ConsumerUnderTest(ports, topic);
    consumer.failing.set(idAt(stream, 0), new Error('for good'));
    await ports.bus.publish(topic, history(stream, 0, 0));
    await consumer.settled(topic);
    await consumer.stop();
    expect(consumer.attempts).toBe(3);
  });

  it('an outage parks nothing: the events come again', async () => {
    const ports = await openPorts();
    const [topic, stream, other] = [someTopic(), streamOf(unique('c')), streamOf(unique('c'))];
    const consumer = new ConsumerUnderTest(ports, topic);
    consumer.failing.set(idAt(stream, 1), new Unavailable('database down'));
    await ports.bus.publish(topic, [...history(stream, 0, 2), ...history(other, 0, 0)]);
    await eventually(() => expect(consumer.attempts).toBeGreaterThan(5));
    expect([...(await consumer.parked())]).toEqual([]);
    // A bus with partitions may have done the other stream already.
    expect([3, 4]).toContain(await ports.bus.backlog(topic, consumer.name));
    consumer.failing.clear();
    await consumer.settled(topic);
    await consumer.stop();
    expect([...new Set(consumer.handled.filter((id) => id.startsWith(stream)))]).toEqual(idsAt(stream, 0, 2));
    expect(consumer.handled).toContain(idAt(other, 0));
  });
}

export function unparks(openPorts: () => Promise<Ports>, restart: () => Promise<Ports>): void {
  it('a retry after the fix handles everything that waited, in order, and the stream goes on', async () => {
    const ports = await openPorts();
    const { topic, bad, consumer } = await parkedAtOne(ports);
    consumer.failing.clear();
    await consumer.request(bad, 'retry');
    await eventually(async () => expect((await consumer.parked()).size).toBe(0));
    await ports.bus.publish(topic, history(bad, 4, 5));
    await consumer.settled(topic);
    await consumer.stop();
    expect(consumer.handled.filter((id) => id.startsWith(bad))).toEqual(idsAt(bad, 0, 5));
  });

  it('a retry that fails again leaves the stream parked and loses nothing', async () => {
    const ports = await openPorts();
    const { bad, consumer } = await parkedAtOne(ports);
    consumer.failing.clear();
    consumer.failing.set(idAt(bad, 2), new TypeError('another'));
    await consumer.request(bad, 'retry');
    await eventually(async () =>
      expect((await consumer.parked()).get(bad)).toMatchObject({ waiting: 2, reason: 'TypeError' }),
    );
    consumer.failing.clear();
    await consumer.request(bad, 'retry');
    await eventually(async () => expect((await consumer.parked()).size).toBe(0));
    await consumer.stop();
    expect(consumer.handled.filter((id) => id.startsWith(bad))).toEqual(idsAt(bad, 0, 3));
  });

  it('an outage during a retry keeps the request: it is done when the outage is over', async () => {
    const ports = await openPorts();
    const { bad, consumer } = await parkedAtOne(ports);
    consumer.failing.clear();
    consumer.failing.set(idAt(bad, 2), new Unavailable('down'));
    await consumer.request(bad, 'retry');
    const before = consumer.attempts;
    await eventually(() => expect(consumer.attempts).toBeGreaterThan(before + 3));
    consumer.failing.clear();
    await eventually(async () => expect((await consumer.parked()).size).toBe(0));
    await consumer.stop();
    expect([...new Set(consumer.handled.filter((id) => id.startsWith(bad)))]).toEqual(idsAt(bad, 0, 3));
  });

  it('skipping drops the first event only', async () => {
    const ports = await openPorts();
    const { bad, consumer } = await parkedAtOne(ports);
    await consumer.request(bad, 'skip');
    await eventually(async () => expect((await consumer.parked()).size).toBe(0));
    await consumer.stop();
    expect(consumer.handled.filter((id) => id.startsWith(bad))).toEqual([idAt(bad, 0), ...idsAt(bad, 2, 3)]);
  });

  it('a parked stream stays parked over a restart and can be retried then', async () => {
    const { topic, bad, consumer } = await parkedAtOne(await openPorts());
    await consumer.stop();
    const ports = await restart();
    const restarted = new ConsumerUnderTest(ports, topic, consumer.name);
    await ports.bus.publish(topic, history(bad, 4, 4));
    await restarted.settled(topic);
    await eventually(async () => expect((await restarted.parked()).get(bad)).toMatchObject({ waiting: 4 }));
    await restarted.request(bad, 'retry');
    await eventually(async () => expect((await restarted.parked()).size).toBe(0));
    await restarted.stop();
    expect(restarted.handled).toEqual(idsAt(bad, 1, 4));
  });
}
