import type { EventStore } from '@lotsennetz/kernel';
import { fill, idsOf, readOn, someEvent, someStream } from './events-under-test.js';
import type { InUse } from './harness.js';

export function appendsInOrder(stores: InUse<EventStore>): void {
  it('numbers the events of a stream from 0 and hands them out in order', async () => {
    const store = await stores.open();
    const stream = someStream();
    const [a, b, c] = [someEvent({ step: 1 }), someEvent({ step: 2 }), someEvent({ step: 3 })];
    const first = await store.append({ stream, expectedRevision: -1, events: [a, b] });
    const second = await store.append({ stream, expectedRevision: 1, events: [c] });
    const events = await store.readStream(stream);
    expect([first, second]).toMatchObject([
      { revision: 1, duplicate: false },
      { revision: 2, duplicate: false },
    ]);
    expect(events.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(events.map(({ position }) => position).slice(1)).toEqual([first.position, second.position]);
    expect(events).toMatchObject([a, b, c]);
    expect(await store.readStream(stream, 2)).toEqual(events.slice(2));
  });

  it('a stream nobody wrote to is empty', async () => {
    const store = await stores.open();
    expect(await store.readStream(someStream())).toEqual([]);
  });

  it('keeps text of every script, and nothing that JSON cannot hold', async () => {
    const store = await stores.open();
    const stream = someStream();
    const data = { name: `O'Brien "x" 100% \\ 😀 سلام\n\u0000`, list: [1.5, true, null], gone: undefined };
    await store.append({ stream, expectedRevision: -1, events: [someEvent(data)] });
    const [event] = await store.readStream(stream);
    expect(event?.data).toStrictEqual({ name: data.name, list: data.list });
  });

  it('hands out plain data: a copy has every field', async () => {
    const store = await stores.open();
    const event = someEvent({ town: 'Netphen' }, 'command-1');
    const stream = someStream();
    const { position } = await store.append({ stream, expectedRevision: -1, events: [event] });
    const [read] = await store.readStream(stream);
    expect({ ...read }).toStrictEqual({ ...event, stream, revision: 0, position });
  });

  it('writes nothing that its precondition refuses, now or after a moment', async () => {
    const store = await stores.open();
    const refusals = [
      () => {
        throw new RangeError('no');
      },
      () => Promise.reject(new RangeError('no')),
    ];
    const allowed = someStream();
    for (const precondition of refusals) {
      const stream = someStream();
      const refused = store.append({ stream, expectedRevision: -1, events: [someEvent({})], precondition });
      await expect(refused).rejects.toThrow(RangeError);
      expect(await store.readStream(stream)).toEqual([]);
    }
    for (const [index, precondition] of [() => undefined, () => Promise.resolve()].entries())
      await store.append({ stream: allowed, expectedRevision: index - 1, events: [someEvent({})], precondition });
    expect(await store.readStream(allowed)).toHaveLength(2);
  });

  it('an event that cannot be written fails alone', async () => {
    const store = await stores.open();
    const [good, bad] = [someStream(), someStream()];
    const outcomes = await Promise.allSettled([
      store.append({ stream: bad, expectedRevision: -1, events: [someEvent(), someEvent({ big: 1n })] }),
      store.append({ stream: good, expectedRevision: -1, events: [someEvent()] }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await store.readStream(bad)).toEqual([]);
    expect(await readOn(store, {})).toHaveLength(1);
  });

  it('everything acknowledged is there after a restart', async () => {
    const events = await fill(await stores.open(), 5);
    expect(idsOf(await readOn(await stores.restart(), {}))).toEqual(idsOf(events));
  });
}

export function refusesWrongRevisions(stores: InUse<EventStore>): void {
  it.each([
    ['an older revision', 0],
    ['a revision to come', 2],
    ['"does not exist" for a stream that does', -1],
  ])('refuses an append on %s and writes nothing', async (_, expectedRevision) => {
    const store = await stores.open();
    const stream = someStream();
    await store.append({ stream, expectedRevision: -1, events: [someEvent(), someEvent()] });
    const append = store.append({ stream, expectedRevision, events: [someEvent()] });
    await expect(append).rejects.toMatchObject({
      code: 'wrong-expected-revision',
      stream,
      expected: expectedRevision,
      actual: 1,
    });
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('refuses an append on a revision of a stream that does not exist', async () => {
    const store = await stores.open();
    const append = store.append({ stream: someStream(), expectedRevision: 0, events: [someEvent()] });
    await expect(append).rejects.toMatchObject({ code: 'wrong-expected-revision', actual: -1 });
  });

  it('of appends at once on the same revision exactly one wins, through one handle or several', async () => {
    const handles = [await stores.open(), await stores.open()];
    const stream = someStream();
    const attempts = handles.flatMap((store) =>
      Array.from({ length: 4 }, () => store.append({ stream, expectedRevision: -1, events: [someEvent()] })),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await handles[0]?.readStream(stream)).toHaveLength(1);
  });

  it('a conflict among appends at once undoes only itself', async () => {
    const store = await stores.open();
    const streams = Array.from({ length: 8 }, () => someStream());
    const attempts = streams.flatMap((stream) => [
      store.append({
        stream,
        expectedRevision: -1,
        events: [someEvent({ winner: true }), someEvent({ winner: true })],
      }),
      store.append({ stream, expectedRevision: -1, events: [someEvent({ winner: false }), someEvent()] }),
    ]);
    const outcomes = await Promise.allSettled(attempts);
    const winners = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const all = await readOn(store, {});
    expect(winners).toHaveLength(8);
    expect(all).toHaveLength(16);
    for (const stream of streams) {
      const events = await store.readStream(stream);
      expect(events.map(({ revision }) => revision)).toEqual([0, 1]);
      expect(winners.map(({ position }) => position)).toContain(events[1]?.position);
    }
  });
}

export function remembersCommands(stores: InUse<EventStore>): void {
  it('a repeated command id is answered like the first time and writes nothing', async () => {
    const store = await stores.open();
    const stream = someStream();
    const events = [someEvent({}, 'k1'), someEvent({}, 'k1')];
    const first = await store.append({ stream, expectedRevision: -1, events });
    await store.append({ stream, expectedRevision: 1, events: [someEvent({}, 'k2')] });
    for (const expectedRevision of [-1, 1, 2])
      expect(await store.append({ stream, expectedRevision, events: [someEvent({}, 'k1')] })).toEqual({
        ...first,
        duplicate: true,
      });
    expect(await store.readStream(stream)).toHaveLength(3);
  });

  it('remembers commands over a restart', async () => {
    const request = { stream: someStream(), expectedRevision: -1, events: [someEvent({}, 'k1')] };
    const first = await (await stores.open()).append(request);
    const store = await stores.restart();
    expect(await store.append(request)).toEqual({ ...first, duplicate: true });
    expect(await readOn(store, {})).toHaveLength(1);
  });

  it('the same command sent several times at once is written once', async () => {
    const handles = [await stores.open(), await stores.open()];
    const stream = someStream();
    const attempts = handles.flatMap((store) =>
      Array.from({ length: 4 }, () => store.append({ stream, expectedRevision: -1, events: [someEvent({}, 'k1')] })),
    );
    const answers = await Promise.all(attempts);
    expect(answers.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(await handles[1]?.readStream(stream)).toHaveLength(1);
  });

  it('a command id counts for its stream only', async () => {
    const store = await stores.open();
    for (const stream of [someStream(), someStream()])
      expect(await store.append({ stream, expectedRevision: -1, events: [someEvent({}, 'k1')] })).toMatchObject({
        duplicate: false,
      });
  });
}
