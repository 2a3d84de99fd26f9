import type { EventStore, Position } from '@lotsennetz/kernel';
import { eventually } from './eventually.js';
import { fill, follow, idsOf, readOn, someEvent, someStream } from './events-under-test.js';
import type { InUse } from './harness.js';

export function readsAll(stores: InUse<EventStore>): void {
  it('reads all streams in the order of recording, with rising positions', async () => {
    const store = await stores.open();
    const events = await fill(store, 7);
    const read = await readOn(store, {});
    const positions = read.map(({ position }) => position);
    expect(idsOf(read)).toEqual(idsOf(events));
    expect(positions).toEqual([...new Set(positions)].sort());
  });

  it.each([1, 2, 3, 7, 8])('pages of %i miss nothing and repeat nothing', async (limit) => {
    const store = await stores.open();
    const events = await fill(store, 7);
    expect(idsOf(await readOn(store, { limit }))).toEqual(idsOf(events));
    expect(await store.readAll({ limit })).toHaveLength(Math.min(limit, 7));
  });

  it('reads long pages whole', async () => {
    const store = await stores.open();
    const stream = someStream();
    const events = Array.from({ length: 2_500 }, (_, number) => someEvent({ number }));
    await store.append({ stream, expectedRevision: -1, events });
    expect(idsOf(await store.readAll({ limit: 5_000 }))).toEqual(idsOf(events));
    expect(idsOf(await store.readAll({ limit: 2_001 }))).toEqual(idsOf(events.slice(0, 2_001)));
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    expect(idsOf(await store.readStream(stream, 400))).toEqual(idsOf(events.slice(400)));
    expect(idsOf(await store.readStream(stream, 400, 1_500))).toEqual(idsOf(events.slice(400, 1_900)));
    expect(idsOf(await store.readStream(stream, 2_400, 1_000))).toEqual(idsOf(events.slice(2_400)));
  });

  it('replays a stream without envelopes, in pages, each event with the version of its schema', async () => {
    const store = await stores.open();
    const stream = someStream();
    const plain = someEvent({ number: 0 });
    const newer = { ...someEvent({ number: 1 }), meta: { ...plain.meta, schemaVersion: 12 } };
    const { schemaVersion, ...rest } = plain.meta;
    const otherOrder = { ...someEvent({ number: 2 }), meta: { schemaVersion, ...rest } };
    await store.append({ stream, expectedRevision: -1, events: [plain, newer, otherOrder] });
    const expected = [plain, newer, otherOrder].map(({ type, happenedOn, data, meta }, revision) => ({
      type,
      revision,
      happenedOn,
      data,
      schemaVersion: meta.schemaVersion,
    }));
    expect(await store.replay(stream, 0, 10)).toEqual(expected);
    expect(await store.replay(stream, 1, 1)).toEqual(expected.slice(1, 2));
    expect(await store.replay(stream, 3, 10)).toEqual([]);
  });

  it('reads only the categories asked for', async () => {
    const store = await stores.open();
    const [volunteers, courses] = [
      await fill(store, 3, 'registration.volunteer'),
      await fill(store, 2, 'training.course'),
    ];
    await fill(store, 2, 'registration.volunteers');
    const more = await fill(store, 1, 'registration.volunteer');
    const read = (...categories: string[]) => readOn(store, { categories, limit: 2 });
    expect(idsOf(await read('registration.volunteer'))).toEqual(idsOf([...volunteers, ...more]));
    expect(idsOf(await read('training.course', 'registration.volunteer'))).toEqual(
      idsOf([...volunteers, ...courses, ...more]),
    );
    expect(await read('training.curriculum')).toEqual([]);
  });

  it('the head is the position of the newest event', async () => {
    const store = await stores.open();
    expect(await store.head()).toBeUndefined();
    await fill(store, 2);
    expect(await store.head()).toBe((await readOn(store, {})).at(-1)?.position);
  });
}

export function subscribes(stores: InUse<EventStore>): void {
  it('a subscription catches up and goes on live', async () => {
    const store = await stores.open();
    const events = [...(await fill(store, 3))];
    const following = follow(store, { limit: 2 });
    await eventually(() => expect(following.events).toHaveLength(3));
    events.push(...(await fill(store, 3)));
    await eventually(() => expect(idsOf(following.events)).toEqual(idsOf(events)));
    await following.stop();
  });

  it('a subscription goes on from a position, also after a restart', async () => {
    const store = await stores.open();
    const events = await fill(store, 5);
    const position = (await readOn(store, {}))[1]?.position as Position;
    const before = follow(store, { after: position });
    await eventually(() => expect(idsOf(before.events)).toEqual(idsOf(events.slice(2))));
    await before.stop();
    const after = follow(await stores.restart(), { after: position });
    await eventually(() => expect(idsOf(after.events)).toEqual(idsOf(events.slice(2))));
    await after.stop();
  });

  it('a subscription sees what another handle appends', async () => {
    const [store, other] = [await stores.open(), await stores.open()];
    const following = follow(store);
    const events = [...(await fill(other, 2)), ...(await fill(store, 2)), ...(await fill(other, 2))];
    await eventually(() => expect(idsOf(following.events)).toEqual(idsOf(events)));
    await following.stop();
  });

  it('a subscription to categories sees only those, live too', async () => {
    const store = await stores.open();
    const following = follow(store, { categories: ['training.course'] });
    await fill(store, 2, 'registration.volunteer');
    const courses = [...(await fill(store, 1, 'training.course'))];
    await fill(store, 2, 'registration.volunteer');
    courses.push(...(await fill(store, 1, 'training.course')));
    await eventually(() => expect(following.events.length).toBeGreaterThanOrEqual(2));
    expect(idsOf(following.events)).toEqual(idsOf(courses));
    await following.stop();
  });

  it('several subscriptions do not disturb each other', async () => {
    const store = await stores.open();
    const followings = [follow(store), follow(store, { limit: 1 })];
    const events = await fill(store, 3);
    for (const following of followings) {
      await eventually(() => expect(idsOf(following.events)).toEqual(idsOf(events)));
      await following.stop();
    }
  });

  it('abort ends a subscription that waits, one that has work, and one that never began', async () => {
    const store = await stores.open();
    const waiting = follow(store);
    await waiting.stop();
    await fill(store, 10);
    const stopping = new AbortController();
    let batches = 0;
    for await (const _ of store.subscribe({ limit: 2, signal: stopping.signal })) {
      batches += 1;
      stopping.abort();
    }
    for await (const _ of store.subscribe({ signal: stopping.signal })) batches += 1;
    expect(batches).toBe(1);
  });
}
