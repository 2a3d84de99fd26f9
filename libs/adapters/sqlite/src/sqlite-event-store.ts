import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  WrongExpectedRevision,
  type AppendRequest,
  type Appended,
  type BareEvent,
  type EventStore,
  type Position,
  type ReadAll,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from '@lotsennetz/kernel';
import { ChangeSignal } from './change-signal.js';
import { CommitGroup } from './commit-group.js';
import { firstColumn, openDatabase } from './database.js';
import { EventPages } from './event-pages.js';
import { numberOf, positionOf } from './event-row.js';

// `command` is set on the last event of each command only: one index entry finds both the repetition and its answer.
const schema = `
  CREATE TABLE IF NOT EXISTS events (
    position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL,
    recorded_at TEXT NOT NULL, happened_on TEXT NOT NULL, command TEXT, data TEXT NOT NULL, meta TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS events_stream ON events (stream, revision);
  CREATE UNIQUE INDEX IF NOT EXISTS events_command ON events (command, stream) WHERE command IS NOT NULL`;

const defaultLimit = 500;

/**
 * Opens a service's history in one file. Positions are given inside the one write transaction there can be
 * at a time, so no reader ever overtakes a gap; several processes may have the file open.
 * @throws Unavailable
 */
export function openSqliteEventStore(file: string): EventStore {
  return new SqliteEventStore(openDatabase(file, 'full', schema));
}

class SqliteEventStore implements EventStore {
  private readonly changes: ChangeSignal;
  private readonly group: CommitGroup;
  private readonly pages: EventPages;
  private readonly insert: StatementSync;
  private readonly lastRevision: StatementSync;
  private readonly ofCommand: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.changes = new ChangeSignal(db);
    this.group = new CommitGroup(db, () => this.changes.changed());
    this.pages = new EventPages(db);
    this.insert = db.prepare(
      `INSERT INTO events (stream, revision, id, type, recorded_at, happened_on, command, data, meta)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.lastRevision = db.prepare('SELECT max(revision) FROM events WHERE stream = ?');
    this.ofCommand = db.prepare('SELECT revision, position FROM events WHERE command = ? AND stream = ?');
  }

  readStream(stream: StreamName, from: Revision = 0, limit = Infinity): Promise<readonly RecordedEvent[]> {
    return this.pages.ofStream(stream, from, limit);
  }

  replay(stream: StreamName, from: Revision, limit: number): Promise<readonly BareEvent[]> {
    return this.pages.bareOfStream(stream, from, limit);
  }

  async append(request: AppendRequest): Promise<Appended> {
    // Made to text here, outside the write transaction: what cannot be written fails early and alone.
    const rows = rowsOf(request);
    const outcome = await this.group.submit(() => this.write(request, rows));
    if (!('asked' in outcome)) return outcome;
    await outcome.asked;
    const { precondition: _, ...approved } = request;
    return this.append(approved);
  }

  /** `asked`: the precondition cannot answer within the write turn, and nothing was written. */
  private write(
    { stream, expectedRevision, events, precondition }: AppendRequest,
    rows: readonly NewRow[],
  ): Appended | { readonly asked: Promise<void> } {
    const command = events.at(-1)?.meta.commandId;
    const earlier = command === undefined ? undefined : this.ofCommand.get(command, stream);
    if (earlier) {
      const [revision, position] = earlier as unknown as readonly [number, number];
      return { revision, position: positionOf(position), duplicate: true };
    }
    const actual = (firstColumn(this.lastRevision.get(stream)) as number | null) ?? -1;
    if (actual !== expectedRevision) throw new WrongExpectedRevision(stream, expectedRevision, actual);
    const asked = precondition?.();
    if (asked) {
      // A group may be run twice; then nobody waits for the first answer.
      asked.catch(() => undefined);
      return { asked };
    }
    let position = 0;
    for (const row of rows) position = Number(this.insert.run(...row).lastInsertRowid);
    return { revision: actual + rows.length, position: positionOf(position), duplicate: false };
  }

  async readAll({ after, limit = defaultLimit, categories }: ReadAll): Promise<readonly RecordedEvent[]> {
    const { events } = await this.pages.ofAll({ after: numberOf(after), limit, categories });
    return events;
  }

  async *subscribe(options: ReadAll & { readonly signal: AbortSignal }): AsyncIterable<readonly RecordedEvent[]> {
    const { limit = defaultLimit, categories, signal } = options;
    let after = numberOf(options.after);
    while (!signal.aborted) {
      const seen = this.changes.count;
      const page = await this.pages.ofAll({ after, limit, categories });
      after = page.reached;
      if (page.events.length === 0) await this.changes.after(seen, signal);
      else if (!aborted(signal)) yield page.events;
    }
  }

  async head(): Promise<Position | undefined> {
    const head = await Promise.resolve(this.pages.head());
    return head === 0 ? undefined : positionOf(head);
  }

  close(): Promise<void> {
    this.group.flush();
    this.changes.close();
    this.db.close();
    return Promise.resolve();
  }
}

type NewRow = readonly (string | number | null)[];

function rowsOf({ stream, expectedRevision, events }: AppendRequest): readonly NewRow[] {
  if (events.length === 0) throw new TypeError('an append needs at least one event');
  return events.map((event, index) => [
    stream,
    expectedRevision + 1 + index,
    event.id,
    event.type,
    event.recordedAt,
    event.happenedOn,
    index === events.length - 1 ? (event.meta.commandId ?? null) : null,
    JSON.stringify(event.data),
    JSON.stringify(event.meta),
  ]);
}

/** A call, because the compiler believes that a signal seen unaborted stays so across an await. */
const aborted = (signal: AbortSignal) => signal.aborted;
