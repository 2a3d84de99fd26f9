import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { pause, type ContractEvent, type EventBus } from '@lotsennetz/kernel';
import { ChangeSignal } from './change-signal.js';
import { CommitGroup } from './commit-group.js';
import { ConsumerOffsets, offsetsSchema } from './consumer-offsets.js';
import { firstColumn, guarded, openDatabase } from './database.js';

// The log is never shortened: a reaction added later starts from the beginning.
const schema = `
  CREATE TABLE IF NOT EXISTS log (
    "offset" INTEGER PRIMARY KEY, topic TEXT NOT NULL, stream TEXT NOT NULL, event TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS log_topic ON log (topic);
  ${offsetsSchema}`;

const batchSize = 200;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

type Subscription = Parameters<EventBus['consume']>[0];

/**
 * Opens the log of contract events between the services of one host. One log has one order, so each stream
 * keeps its own; several processes may have the file open, each group consumed by one of them at a time.
 * @throws Unavailable
 */
export function openSqliteEventBus(file: string): EventBus {
  return new SqliteEventBus(openDatabase(file, 'full', schema));
}

class SqliteEventBus implements EventBus {
  private readonly changes: ChangeSignal;
  private readonly group: CommitGroup;
  private readonly offsets: ConsumerOffsets;
  private readonly insert: StatementSync;
  private readonly next: StatementSync;
  private readonly left: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.changes = new ChangeSignal(db);
    this.group = new CommitGroup(db, () => this.changes.changed());
    this.offsets = new ConsumerOffsets(db, this.group);
    this.insert = db.prepare('INSERT INTO log (topic, stream, event) VALUES (?, ?, ?)');
    this.next = db.prepare(
      `SELECT "offset", event FROM log WHERE topic = ? AND "offset" > ? ORDER BY "offset" LIMIT ${batchSize}`,
    );
    this.left = db.prepare('SELECT count(*) FROM log WHERE topic = ? AND "offset" > ?');
  }

  async publish(topic: string, events: readonly ContractEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => [topic, event.stream, JSON.stringify(event)] as const);
    await this.group.submit(() => {
      for (const row of rows) this.insert.run(...row);
    });
  }

  async consume({ topic, group, handle, signal }: Subscription): Promise<void> {
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      const seen = this.changes.count;
      try {
        if (!(await this.handleNext({ topic, group, handle }))) await this.changes.after(seen, signal);
        pauseMs = firstPauseMs;
      } catch {
        // Whoever handles the batch reports why; here it only comes again.
        await pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      }
    }
    await this.offsets.save();
  }

  /** Whether there was anything to handle. */
  private async handleNext({ topic, group, handle }: Omit<Subscription, 'signal'>): Promise<boolean> {
    const done = this.offsets.of(topic, group);
    const rows = guarded(() => this.next.all(topic, done)) as unknown as readonly (readonly [number, string])[];
    const last = rows.at(-1);
    if (!last) return false;
    await handle(rows.map(([, event]) => JSON.parse(event) as ContractEvent));
    this.offsets.move(topic, group, last[0]);
    return true;
  }

  async backlog(topic: string, group: string): Promise<number> {
    const done = await Promise.resolve(this.offsets.of(topic, group));
    return guarded(() => firstColumn(this.left.get(topic, done))) as number;
  }

  async close(): Promise<void> {
    await this.offsets.save();
    this.group.flush();
    this.changes.close();
    this.db.close();
  }
}
