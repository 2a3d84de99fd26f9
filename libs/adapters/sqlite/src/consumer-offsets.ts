import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CommitGroup } from './commit-group.js';
import { firstColumn, guarded } from './database.js';

export const offsetsSchema = `
  CREATE TABLE IF NOT EXISTS offsets (
    topic TEXT NOT NULL, consumer TEXT NOT NULL, "offset" INTEGER NOT NULL, PRIMARY KEY (topic, consumer)
  ) STRICT, WITHOUT ROWID`;

/** A crash within this time delivers again what was handled in it; in exchange busy consumers share their syncs. */
const saveWithinMs = 20;

interface Moved {
  readonly topic: string;
  readonly consumer: string;
  offset: number;
  saved: boolean;
}

/** How far each consumer group is: in memory at once, on disk a moment later and together with what others write. */
export class ConsumerOffsets {
  private readonly moved = new Map<string, Moved>();
  private readonly read: StatementSync;
  private readonly write: StatementSync;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    db: DatabaseSync,
    private readonly group: CommitGroup,
  ) {
    this.read = db.prepare('SELECT "offset" FROM offsets WHERE topic = ? AND consumer = ?');
    this.write = db.prepare(
      `INSERT INTO offsets VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET "offset" = max("offset", excluded."offset")`,
    );
  }

  /** Offset of the last event done; 0 for a new group. */
  of(topic: string, consumer: string): number {
    const stored = (guarded(() => firstColumn(this.read.get(topic, consumer))) as number | undefined) ?? 0;
    return Math.max(stored, this.moved.get(JSON.stringify([topic, consumer]))?.offset ?? 0);
  }

  move(topic: string, consumer: string, offset: number): void {
    this.moved.set(JSON.stringify([topic, consumer]), { topic, consumer, offset, saved: false });
    this.timer ??= setTimeout(() => void this.save(), saveWithinMs);
  }

  /** Resolves when what has moved so far is on disk, or could not be written: then the next time tries again. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const toSave = [...this.moved.values()].filter((each) => !each.saved);
    if (toSave.length === 0) return;
    try {
      await this.group.submit(() => {
        for (const { topic, consumer, offset } of toSave) this.write.run(topic, consumer, offset);
      });
      for (const each of toSave) each.saved = true;
    } catch {
      // Nothing is lost but time: what is not written down is delivered once more after a restart.
    }
  }
}
