import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract, inTemporaryFile, someEvent, someStream } from '@lotsennetz/testing';
import { openSqliteEventStore } from './sqlite-event-store.js';

const module = new URL('sqlite-event-store.ts', import.meta.url).href;

eventStoreContract('SQLite', inTemporaryFile(openSqliteEventStore, { module, factory: openSqliteEventStore.name }), {
  processes: 3,
});

it('asks an append inside its write turn', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const store = openSqliteEventStore(join(folder, 'events.db'));
  let forgotten = false;
  const precondition = () => {
    if (forgotten) throw new RangeError('forgotten');
  };
  const stream = someStream();
  const appending = store.append({ stream, expectedRevision: -1, events: [someEvent({})], precondition });
  // After it was handed over, before it is its turn.
  forgotten = true;
  await expect(appending).rejects.toThrow(RangeError);
  expect(await store.readStream(stream)).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true });
});
