import {
  openProgress,
  parkedCollection,
  progressCollection,
  type ReadModels,
  type StreamName,
  type StreamProgress,
} from '@lotsennetz/kernel';
import { ConsumerUnderTest } from './consumer-under-test.js';
import { HandFedBus, heldUp } from './consumer-by-hand.js';
import { history, someGroup, someTopic, streamOf } from './contracts-under-test.js';
import { idsOf } from './events-under-test.js';
import { eventually } from './eventually.js';
import { unique, type InUse } from './harness.js';

/** Two replicas of one consumer on the same read models; whatever the first commits waits until it is let go. */
async function replicas(models: InUse<ReadModels>) {
  const [topic, name, stream] = [someTopic(), someGroup(), streamOf(unique('c'))];
  const [store, second] = [await models.open(), await models.open()];
  // Before both do: the MongoDB server of this machine makes a collection twice when two ask at once.
  await openProgress(store);
  const gate = heldUp(store);
  const [slowBus, quickBus] = [new HandFedBus(), new HandFedBus()];
  const slow = new ConsumerUnderTest({ bus: slowBus, readModels: gate.readModels }, topic, name);
  const quick = new ConsumerUnderTest({ bus: quickBus, readModels: second }, topic, name);
  const [toSlow, toQuick] = await Promise.all([slowBus.handler, quickBus.handler]);
  const events = (from: number, to: number) => history(stream, from, to);
  return { store, stream, slow, quick, gate, events, toSlow, toQuick };
}

async function progressOf(readModels: ReadModels, stream: StreamName): Promise<StreamProgress | undefined> {
  for await (const { row } of readModels.scan<StreamProgress>(progressCollection))
    if (row.stream === stream) return row;
  return undefined;
}

async function leftAside(readModels: ReadModels, stream: StreamName): Promise<number> {
  let count = 0;
  for await (const { row } of readModels.scan<{ stream: string }>(parkedCollection))
    if (row.stream === stream) count += 1;
  return count;
}

/** Which of two replicas writes first is right; the one that was held up looks again. */
export function sharesProgress(models: InUse<ReadModels>): void {
  it('one that was held up sets no progress back', async () => {
    const { store, stream, slow, quick, gate, events, toSlow, toQuick } = await replicas(models);
    const late = toSlow(events(0, 2));
    await gate.reached();
    await toQuick(events(0, 5));
    gate.letGo();
    await late;
    expect(await progressOf(store, stream)).toMatchObject({ lastRevision: 5 });
    await toSlow(events(0, 5));
    expect([slow.handled, quick.handled]).toEqual([idsOf(events(0, 2)), idsOf(events(0, 5))]);
    await Promise.all([slow.stop(), quick.stop()]);
  });

  it('one that is behind in its writing, but further in its work, does nothing a second time', async () => {
    const { store, stream, slow, quick, gate, events, toSlow, toQuick } = await replicas(models);
    const late = toSlow(events(0, 4));
    await gate.reached();
    await toQuick(events(0, 1));
    gate.letGo();
    await late;
    expect(await progressOf(store, stream)).toMatchObject({ lastRevision: 4 });
    expect(slow.handled).toEqual(idsOf(events(0, 4)));
    await Promise.all([slow.stop(), quick.stop()]);
  });

  it('one that was held up takes no parked mark away', async () => {
    const { store, stream, slow, quick, gate, events, toSlow, toQuick } = await replicas(models);
    quick.failing.set(`${stream}/1`, new TypeError('poison'));
    const late = toSlow(events(0, 2));
    await gate.reached();
    await toQuick(events(0, 3));
    gate.letGo();
    await late;
    expect(await progressOf(store, stream)).toMatchObject({ lastRevision: 3, parked: { waiting: 3, from: 1 } });
    await Promise.all([slow.stop(), quick.stop()]);
  });

  it('one that puts an event aside does not lose the request that an operator made meanwhile', async () => {
    const { store, stream, slow, quick, gate, events, toSlow, toQuick } = await replicas(models);
    quick.failing.set(`${stream}/1`, new TypeError('poison'));
    await toQuick(events(0, 2));
    await quick.stop();
    const late = toSlow(events(3, 3));
    await gate.reached();
    await quick.request(stream, 'retry');
    gate.letGo();
    await late;
    await eventually(async () => expect((await progressOf(store, stream))?.parked).toBeUndefined());
    expect(slow.handled).toEqual(idsOf(events(1, 3)));
    await slow.stop();
  });

  it('one that fails at what another has handled parks nothing, and leaves nothing behind', async () => {
    const { store, stream, slow, quick, gate, events, toSlow, toQuick } = await replicas(models);
    slow.failing.set(`${stream}/1`, new TypeError('an old version'));
    const late = toSlow(events(0, 2));
    await gate.reached();
    await toQuick(events(0, 3));
    gate.letGo();
    await late;
    expect(await progressOf(store, stream)).toMatchObject({ lastRevision: 3 });
    expect((await progressOf(store, stream))?.parked).toBeUndefined();
    await eventually(async () => expect(await leftAside(store, stream)).toBe(0));
    await Promise.all([slow.stop(), quick.stop()]);
  });

  it('what a lost race has put aside is not handled when the stream is parked later', async () => {
    const { store, stream, slow, quick, gate, events, toSlow, toQuick } = await replicas(models);
    slow.failing.set(`${stream}/1`, new TypeError('an old version'));
    quick.failing.set(`${stream}/4`, new TypeError('poison'));
    const late = toSlow(events(0, 2));
    await gate.reached();
    await toQuick(events(0, 4));
    gate.letGo();
    await late;
    expect((await quick.parked()).get(stream)).toMatchObject({ waiting: 1, from: 4 });
    await slow.stop();
    quick.failing.clear();
    await quick.request(stream, 'retry');
    await eventually(async () => expect((await quick.parked()).size).toBe(0));
    await quick.stop();
    expect(quick.handled).toEqual(idsOf(events(0, 4)));
    expect(await progressOf(store, stream)).toMatchObject({ lastRevision: 4 });
  });
}
