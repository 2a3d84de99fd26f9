import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, StreamName } from '@lotsennetz/kernel';
import { someEvent } from '@lotsennetz/testing';
import { openSqliteEventStore } from './sqlite-event-store.js';

describe('SQLite event store: long scans', () => {
  let folder: string;
  let store: EventStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    store = openSqliteEventStore(join(folder, 'data.db'));
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const fill = (stream: string, count: number) =>
    store.append({
      stream: stream as StreamName,
      expectedRevision: -1,
      events: Array.from({ length: count }, () => someEvent()),
    });

  it('a category is found behind many events of others, while other work goes on', async () => {
    await fill('training.course-siegen_1', 1);
    await fill('registration.volunteer-siegen_1', 25_000);
    await fill('training.course-siegen_2', 2);
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    const events = await store.readAll({ categories: ['training.course'], limit: 3 });
    clearInterval(counting);
    expect(events.map(({ position }) => Number(position))).toEqual([1, 25_002, 25_003]);
    expect(turns).toBeGreaterThan(0);
  });

  it('a position of another kind of store is refused', async () => {
    await expect(store.readAll({ after: 'C:12/P:12' as never })).rejects.toThrow(RangeError);
  });
});
