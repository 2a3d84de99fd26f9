import { join } from 'node:path';
import { openSqliteEventStore } from '@lotsennetz/adapter-sqlite';
import {
  TenantScope,
  type AppendRequest,
  type Day,
  type EventId,
  type EventStore,
  type Instant,
  type NewEvent,
  type StreamName,
} from '@lotsennetz/kernel';
import { insertEvent, openBareTables, type BareRow } from '../event-table.js';
import { interleave, perSecond } from '../interleave.js';
import type { Benchmark } from '../settings.js';

const groupSize = 16;

/** The port against a loop over the same table: the same rows, the same durability, made to text within the measured time on both sides. */
export const appends: Benchmark = {
  name: 'appends',
  title: 'Durable appends',
  about:
    'Durable appends through the `EventStore` port on SQLite, against a bare `node:sqlite` loop that inserts the same rows into the same tables with `synchronous = FULL`: one commit each, and 16 to a commit.',
  behind:
    'What the port does beyond the loop: it looks for the command id and the last revision of the stream inside the transaction, which the loop need not, and lets callers of one turn of the event loop share a commit. Savepoints are taken only when work of a group throws; one for each append cost a quarter of a grouped append.',
  async run({ folder, rounds, secondsPerRun }) {
    const store = openSqliteEventStore(join(folder, 'append-ours.db'));
    const db = openBareTables(join(folder, 'append-bare.db'));
    const insert = db.prepare(insertEvent);
    const [ours, bare] = [numberedEvents(), numberedEvents()];
    const bareRow = () => insert.run(...rowOf(bare()));

    const single = await interleave(rounds, {
      ours: () => perSecond(secondsPerRun, () => appendTogether(store, [ours()])),
      baseline: () => perSecond(secondsPerRun, () => (bareRow(), 1)),
    });
    const grouped = await interleave(rounds, {
      ours: () => perSecond(secondsPerRun, () => appendTogether(store, Array.from({ length: groupSize }, ours))),
      baseline: () =>
        perSecond(secondsPerRun, () => {
          db.exec('BEGIN IMMEDIATE');
          for (let count = 0; count < groupSize; count++) bareRow();
          db.exec('COMMIT');
          return groupSize;
        }),
    });
    await store.close();
    db.close();
    return [
      { what: 'append, one commit each', unit: 'events/s', ...single, goal: 0.8 },
      { what: `append, ${groupSize} to a commit`, unit: 'events/s', ...grouped, goal: 0.8 },
    ];
  },
};

async function appendTogether(store: EventStore, requests: readonly AppendRequest[]): Promise<number> {
  await Promise.all(requests.map((request) => store.append(request)));
  return requests.length;
}

/** Appends to ever new streams, as people who register do. */
function numberedEvents(): () => AppendRequest {
  let number = 0;
  return () => {
    const stream = `registration.volunteer-siegen_0195d3c0-${String(number++).padStart(12, '0')}` as StreamName;
    return { stream, expectedRevision: -1, events: [someEvent(number)] };
  };
}

const tenant = TenantScope.of('siegen').tenant;

function someEvent(number: number): NewEvent {
  const id = `0195d3c0-0000-7000-8000-${String(number).padStart(12, '0')}` as EventId;
  return {
    id,
    type: 'VolunteerAccepted',
    recordedAt: '2015-11-20T08:00:00.000Z' as Instant,
    happenedOn: '2015-11-19' as Day,
    data: { town: 'Siegen', languages: ['de', 'ar'], topics: ['housing', 'health'], capacity: 2 },
    meta: { tenant, actor: 'token:0195d3c0-0000-7000-8000-000000000000', correlationId: id, schemaVersion: 1 },
  };
}

function rowOf({ stream, expectedRevision, events }: AppendRequest): BareRow {
  const [event] = events;
  if (!event) throw new TypeError('an append needs an event');
  const { id, type, recordedAt, happenedOn, data, meta } = event;
  const revision = expectedRevision + 1;
  return [stream, revision, id, type, recordedAt, happenedOn, null, JSON.stringify(data), JSON.stringify(meta)];
}
