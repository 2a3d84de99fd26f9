import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventStore } from '@lotsennetz/adapter-sqlite';
import { systemClock, TenantScope, type Day, type EventId, type EventStore, type NewEvent } from '@lotsennetz/kernel';
import { facts, factsId, integrationReport } from '@lotsennetz/reporting';
import type { Figure } from '../figures.js';
import { dayOf, instantOf, numbered } from '../history.js';
import { interleave } from '../interleave.js';
import type { Benchmark } from '../settings.js';

const scope = TenantScope.of('siegen');
const stream = facts.name(scope, factsId);
const perAppend = 1_000;
const pageSize = 10_000;

/** The whole report against the least that any replay must do: read every row of the stream and parse its JSON. */
export const reportReplay: Benchmark = {
  name: 'replay',
  title: 'Replay of the integration report',
  about:
    'The integration report over one tenant’s facts, from the store to figures and hash, against a loop that reads the same rows as arrays and parses their JSON: data and metadata (the goal), and data alone, since a replay without envelopes leaves the metadata as text.',
  behind:
    'The replay reads rows without envelopes, so of the metadata it parses only the schema version, and folds in pages that let other work have its turn.',
  async run({ folder, events, rounds }) {
    const file = join(folder, 'facts.db');
    const eventStore = openSqliteEventStore(file);
    await appendFacts(eventStore, events);
    const db = new DatabaseSync(file, { readOnly: true, returnArrays: true });
    const report = () =>
      rate(events, async () => {
        const { positions } = await integrationReport({ eventStore }, scope, {
          asOf: '2030-12-31' as Day,
          now: systemClock.now(),
        });
        return positions.reporting + 1;
      });
    const figures: Figure[] = [];
    for (const [what, columns, goal] of [
      ['report, against rows with all JSON parsed', 2, 0.8],
      ['report, against rows with data parsed', 1, undefined],
    ] as const) {
      const baseline = () => rate(events, () => Promise.resolve(readAndParse(db, columns)));
      const compared = await interleave(rounds, { ours: report, baseline });
      figures.push({ what, unit: 'events/s', ...compared, ...(goal ? { goal } : {}) });
    }
    db.close();
    await eventStore.close();
    return figures;
  },
};

async function rate(events: number, read: () => Promise<number>): Promise<number> {
  const since = performance.now();
  const count = await read();
  if (count !== events) throw new Error(`${count} of ${events} events were read`);
  return (events / (performance.now() - since)) * 1000;
}

type Row = readonly [number, string, string, string, string, string, data: string, meta: string];

function readAndParse(db: DatabaseSync, jsonColumns: number): number {
  const statement = db.prepare(
    `SELECT revision, id, type, recorded_at, happened_on, stream, data, meta FROM events
     WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ${pageSize}`,
  );
  let count = 0;
  for (let read = pageSize; read === pageSize;) {
    const rows = statement.all(stream, count) as unknown as readonly Row[];
    for (const row of rows) for (let column = 6; column < 6 + jsonColumns; column++) JSON.parse(String(row[column]));
    read = rows.length;
    count += read;
  }
  return count;
}

async function appendFacts(store: EventStore, count: number): Promise<void> {
  for (let from = 0; from < count; from += perAppend) {
    const events = Array.from({ length: Math.min(perAppend, count - from) }, (_, index) => fact(from + index));
    await store.append({ stream, expectedRevision: from - 1, events });
  }
}

/** What volunteers go through, ten facts each, over fifteen years. */
const courseOfEvents = [
  'interest-registered',
  'volunteer-accepted',
  'volunteer-enrolled',
  'certificate-issued',
  'request-recorded',
  'placement-confirmed',
  'visit-logged',
  'visit-logged',
  'placement-ended',
  'volunteer-paused',
] as const;

function fact(number: number): NewEvent {
  const person = Math.floor(number / courseOfEvents.length);
  const revision = number % courseOfEvents.length;
  const volunteer = numbered(person);
  const data = {
    fact: courseOfEvents[revision],
    sourceStream: `registration.volunteer-siegen_${volunteer}`,
    sourceRevision: revision,
    sourceEvent: numbered(number),
    recordedAt: instantOf(number),
    volunteer,
    town: 'Siegen',
    minutes: 90,
    request: volunteer,
  };
  const meta = {
    tenant: scope.tenant,
    actor: 'reaction:reporting.keep-facts',
    correlationId: numbered(number),
    schemaVersion: 1,
  };
  const id = numbered(number) as EventId;
  return { id, type: 'FactRecorded', recordedAt: instantOf(number), happenedOn: dayOf(number), data, meta };
}
