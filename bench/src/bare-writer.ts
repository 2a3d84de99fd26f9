import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { insertEvent, insertKey, openBareTables } from './event-table.js';

/** What one of our commands stored: the bare servers store as much, without deciding anything. */
export interface StoredByCommand {
  readonly type: string;
  readonly data: object;
  readonly meta: object;
  /** Purposes of the keys that were minted with it. */
  readonly keys: readonly string[];
}

export interface BareInput {
  readonly folder: string;
  readonly stored: StoredByCommand;
}

export interface BareAnswer {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
}

export interface BareWriter {
  /** Resolves when the row is on disk. */
  record(id: string): Promise<BareAnswer>;
  close(): void;
}

/** Writes what arrives in one turn of the event loop in one transaction with one sync to disk, and nothing more. */
export function openBareWriter(name: string, { folder, stored }: BareInput): BareWriter {
  const db = openBareTables(join(folder, `${name}.db`));
  const insert = db.prepare(insertEvent);
  const mint = db.prepare(insertKey);
  const revisions = new Map<string, number>();
  let waiting: { readonly write: () => number; readonly tell: (position: number) => void }[] = [];

  const commitGroup = () => {
    const group = waiting;
    waiting = [];
    db.exec('BEGIN IMMEDIATE');
    const positions = group.map(({ write }) => write());
    db.exec('COMMIT');
    group.forEach(({ tell }, index) => tell(positions[index] ?? 0));
  };
  const write = (id: string, revision: number) => {
    for (const purpose of stored.keys) mint.run('siegen', id, purpose, randomBytes(32));
    const now = new Date().toISOString();
    const [data, meta] = [JSON.stringify(stored.data), JSON.stringify(stored.meta)];
    const stream = `registration.volunteer-siegen_${id}`;
    const day = now.slice(0, 10);
    return Number(insert.run(stream, revision, randomUUID(), stored.type, now, day, null, data, meta).lastInsertRowid);
  };

  return {
    async record(id) {
      const revision = (revisions.get(id) ?? -1) + 1;
      revisions.set(id, revision);
      const position = await new Promise<number>((tell) => {
        if (waiting.length === 0) setImmediate(commitGroup);
        waiting.push({ write: () => write(id, revision), tell });
      });
      return { id, revision, position: String(position).padStart(16, '0') };
    },
    close: () => db.close(),
  };
}
