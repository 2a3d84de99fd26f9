import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { BareEvent, RecordedEvent, Revision, StreamName } from '@lotsennetz/kernel';
import { firstColumn, guarded } from './database.js';
import { bareColumns, bareEvent, eventColumns, recordedEvent, type BareRow, type EventRow } from './event-row.js';
import { nextTurn } from './next-turn.js';

/** Rows read before other work gets its turn: about 3 ms. */
const rowsPerTurn = 1_000;
/** Rows looked at, where a filter skips most of them, before other work gets its turn. */
const scannedPerTurn = 10_000;

export interface PageRequest {
  readonly after: number;
  readonly limit: number;
  readonly categories: readonly string[] | undefined;
}

export interface EventPage {
  readonly events: readonly RecordedEvent[];
  /** Where to go on: every wanted event up to here is in this page or an earlier one. */
  readonly reached: number;
}

/** Reads the table of events a page at a time, without holding up the process for long pages. */
export class EventPages {
  private readonly stream: StatementSync;
  private readonly bare: StatementSync;
  private readonly all: StatementSync;
  private readonly newest: StatementSync;
  private readonly filtered = new Map<number, StatementSync>();

  constructor(private readonly db: DatabaseSync) {
    const select = `SELECT ${eventColumns} FROM events`;
    this.stream = db.prepare(`${select} WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`);
    this.bare = db.prepare(
      `SELECT ${bareColumns} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    this.all = db.prepare(`${select} WHERE position > ? ORDER BY position LIMIT ?`);
    this.newest = db.prepare('SELECT max(position) FROM events');
  }

  ofStream(stream: StreamName, from: Revision, limit: number): Promise<readonly RecordedEvent[]> {
    return this.inTurns(limit, (read, wanted) => rowsOf(this.stream, stream, from + read, wanted).map(recordedEvent));
  }

  bareOfStream(stream: StreamName, from: Revision, limit: number): Promise<readonly BareEvent[]> {
    return this.inTurns(limit, (read, wanted) =>
      (rowsOf(this.bare, stream, from + read, wanted) as unknown as readonly BareRow[]).map(bareEvent),
    );
  }

  private async inTurns<Event>(
    limit: number,
    next: (read: number, wanted: number) => readonly Event[],
  ): Promise<readonly Event[]> {
    const events: Event[] = [];
    for (;;) {
      const wanted = Math.min(limit - events.length, rowsPerTurn);
      const some = next(events.length, wanted);
      for (const event of some) events.push(event);
      if (some.length < wanted || events.length >= limit) return events;
      await nextTurn();
    }
  }

  async ofAll({ after, limit, categories }: PageRequest): Promise<EventPage> {
    const events: RecordedEvent[] = [];
    for (let reached = after; ;) {
      const wanted = Math.min(limit - events.length, rowsPerTurn);
      const step = categories ? this.filteredStep(reached, wanted, categories) : this.step(reached, wanted);
      for (const row of step.rows) events.push(recordedEvent(row));
      reached = step.reached;
      if (step.atEnd || events.length >= limit) return { events, reached };
      await nextTurn();
    }
  }

  /** Position of the newest event; 0 in an empty store. */
  head(): number {
    return (guarded(() => firstColumn(this.newest.get())) as number | null) ?? 0;
  }

  private step(after: number, wanted: number): Step {
    const rows = rowsOf(this.all, after, wanted);
    return { rows, reached: rows.at(-1)?.[0] ?? after, atEnd: rows.length < wanted };
  }

  private filteredStep(after: number, wanted: number, categories: readonly string[]): Step {
    const head = this.head();
    const until = Math.min(head, after + scannedPerTurn);
    // '.' follows '-' in ASCII: `service.category-` up to `service.category.` are the streams of one category.
    const bounds = categories.flatMap((category) => [`${category}-`, `${category}.`]);
    const rows = rowsOf(this.filteredStatement(categories.length), after, until, ...bounds, wanted);
    const reached = rows.length === wanted ? (rows.at(-1)?.[0] ?? until) : until;
    return { rows, reached, atEnd: reached >= head };
  }

  /** Scans by position: an index by category would cost every append, and this scans five million rows a second. */
  private filteredStatement(categories: number): StatementSync {
    const known = this.filtered.get(categories);
    if (known) return known;
    // The unary plus keeps SQLite from walking the index of streams and sorting afterwards.
    const filter = Array.from({ length: categories }, () => '(+stream >= ? AND +stream < ?)').join(' OR ') || 'FALSE';
    const statement = this.db.prepare(
      `SELECT ${eventColumns} FROM events WHERE position > ? AND position <= ? AND (${filter}) ORDER BY position LIMIT ?`,
    );
    this.filtered.set(categories, statement);
    return statement;
  }
}

interface Step {
  readonly rows: readonly EventRow[];
  readonly reached: number;
  readonly atEnd: boolean;
}

function rowsOf(statement: StatementSync, ...parameters: readonly (string | number)[]): readonly EventRow[] {
  return guarded(() => statement.all(...parameters)) as unknown as readonly EventRow[];
}
