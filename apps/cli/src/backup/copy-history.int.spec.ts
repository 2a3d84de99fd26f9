import type { CommandId, EventStore, NewEvent, RecordedEvent, StreamName } from '@lotsennetz/kernel';
import { MemoryEventStore, someEvent } from '@lotsennetz/testing';
import { copyHistory, historyOf, TargetDiffers, type CopyTask } from './copy-history.js';

const [a, b, elsewhere] = ['siegen_a', 'siegen_b', 'kreuztal_c'].map((id) => `training.course-${id}` as StreamName) as [
  StreamName,
  StreamName,
  StreamName,
];

type Filling = readonly [StreamName, ...NewEvent[]];

/** Appends one command after the other, each at the end of its stream. */
async function filled(...commands: readonly Filling[]): Promise<EventStore> {
  const store = new MemoryEventStore();
  for (const [stream, ...events] of commands)
    await store.append({ stream, expectedRevision: (await store.readStream(stream)).length - 1, events });
  return store;
}

const registered = [a, someEvent({ seats: 2 }, 'register')] as const;
const twoAtOnce = [a, someEvent({}, 'enrol'), someEvent({}, 'enrol')] as const;
const inBetween = [b, someEvent({ seats: 1 })] as const;
const another = [b, someEvent({ seats: 9 })] as const;
const ofOthers = [elsewhere, someEvent({})] as const;
const all = [registered, inBetween, ofOthers, twoAtOnce, another] as const;

const copy = (source: EventStore, target: EventStore, options: Partial<CopyTask> = {}) =>
  copyHistory({
    source: () => historyOf(source, options),
    target,
    appendsAtOnce: 1,
    onProgress: () => undefined,
    ...options,
  });
const everythingIn = async (store: EventStore) => Array.fromAsync(historyOf(store));
const withoutPosition = (events: readonly RecordedEvent[]) => events.map(({ position: _, ...event }) => event);

/** Accepts so many appends and then fails for good, as if the process had died. */
function dyingAfter(appends: number, store: EventStore): EventStore {
  let left = appends;
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'append' && left-- <= 0) return () => Promise.reject(new Error('died'));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('copying a history', () => {
  it.each([1, 3, 500])('brings every event in the order of the source, %i appends at once', async (appendsAtOnce) => {
    const [source, target] = [await filled(...all), new MemoryEventStore()];
    const digests = await copy(source, target, { appendsAtOnce });
    expect(withoutPosition(await everythingIn(target))).toEqual(withoutPosition(await everythingIn(source)));
    expect([digests.events, digests.size]).toEqual([6, 3]);
  });

  it('lets the target remember commands as the source does', async () => {
    const target = new MemoryEventStore();
    await copy(await filled(...all), target);
    const again = { stream: a, expectedRevision: 2, events: [someEvent({}, 'enrol')] };
    expect(await target.append(again)).toMatchObject({ duplicate: true, revision: 2 });
    expect((await target.readStream(a)).map(({ meta }) => meta.commandId)).toEqual(['register', 'enrol', 'enrol']);
  });

  it.each([0, 1, 2, 3, 4])('goes on after it died behind %i appends', async (appends) => {
    const [source, target] = [await filled(...all), new MemoryEventStore()];
    await expect(copy(source, dyingAfter(appends, target))).rejects.toThrow('died');
    const before = (await everythingIn(target)).length;
    await copy(source, target);
    expect(before).toBeLessThan(6);
    expect(withoutPosition(await everythingIn(target))).toEqual(withoutPosition(await everythingIn(source)));
  });

  it('changes nothing when repeated', async () => {
    const [source, target] = [await filled(...all), new MemoryEventStore()];
    const first = await copy(source, target);
    const second = await copy(source, dyingAfter(0, target));
    expect(second.hash).toBe(first.hash);
  });

  it('brings one tenant beside others', async () => {
    const target = await filled(ofOthers);
    const digests = await copy(await filled(...all), target, { tenant: 'siegen' });
    expect([digests.events, (await everythingIn(target)).length]).toEqual([5, 6]);
  });

  it.each<[string, readonly Filling[]]>([
    ['another event in a stream', [registered, [b, someEvent({ seats: 77 })]]],
    ['more events in a stream', [registered, inBetween, another, [b, someEvent({})]]],
    ['a stream that the source does not have', [registered, ['training.course-siegen_z' as StreamName, someEvent({})]]],
  ])('refuses a target with %s, and writes nothing', async (_, commands) => {
    const target = await filled(...commands);
    const before = await everythingIn(target);
    await expect(copy(await filled(...all), target)).rejects.toThrow(TargetDiffers);
    expect(await everythingIn(target)).toEqual(before);
  });

  it('refuses a source that misses an event', async () => {
    const events = (await everythingIn(await filled(...all))).filter(
      ({ stream, revision }) => stream !== a || revision,
    );
    const source = () =>
      (async function* () {
        yield* events;
        await Promise.resolve();
      })();
    await expect(copy(new MemoryEventStore(), new MemoryEventStore(), { source })).rejects.toThrow('damaged');
  });

  it('notices a target that did not keep what it was given', async () => {
    const forgetful = new MemoryEventStore();
    const append = forgetful.append.bind(forgetful);
    forgetful.append = ({ events, ...request }) =>
      append({ ...request, events: events.map((event) => ({ ...event, meta: { ...event.meta, actor: 'somebody' } })) });
    await expect(copy(await filled(...all), forgetful)).rejects.toThrow('not the same');
  });

  it('two events with the command ids swapped are another history', async () => {
    const swap = (event: NewEvent, commandId: string) => ({
      ...event,
      meta: { ...event.meta, commandId: commandId as CommandId },
    });
    const [event, other] = [someEvent({}, 'x'), someEvent({}, 'y')];
    const target = await filled([a, swap(event, 'y')], [b, other]);
    await expect(copy(await filled([a, event], [b, other]), target)).rejects.toThrow(TargetDiffers);
  });
});
