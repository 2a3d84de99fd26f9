import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** An event as it was appended; `data` and `metadata` in base64. */
export interface StubEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: string;
  readonly metadata: string;
}

export interface StubRecord extends StubEvent {
  readonly stream: string;
  readonly revision: number;
  /** Place in the log, with gaps between, as bytes in a file have. */
  readonly position: number;
  /** Place of the first event that was appended with it. */
  readonly transaction: number;
}

export type StubAppended =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong-version'; readonly current: number };

const recordOverhead = 57;

/** The stub's history: in memory, and in a file with one line for each append, so that it outlives a kill. */
export class StubLog {
  readonly all: StubRecord[] = [];
  private readonly streams = new Map<string, StubRecord[]>();
  private readonly file: number;
  private readonly waiting = new Set<() => void>();
  private end = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'log.jsonl');
    if (existsSync(path)) this.load(path);
    this.file = openSync(path, 'a');
  }

  of(stream: string): readonly StubRecord[] | undefined {
    return this.streams.get(stream);
  }

  /**
   * `expected`: -1 for no stream. The same event ids once more at the same place are answered as if written now; a part
   * of them, or more than are there, is a wrong version: IndexWriter.CheckCommit of https://github.com/kurrent-io/KurrentDB
   */
  append(stream: string, expected: number, events: readonly StubEvent[]): StubAppended {
    const existing = this.streams.get(stream) ?? [];
    const current = existing.length - 1;
    const repeated = existing.slice(expected + 1, expected + 1 + events.length);
    if (repeated.length > 0 && sameIds(repeated, events)) return this.answer(repeated);
    if (expected !== current) return { kind: 'wrong-version', current };
    writeSync(this.file, `${JSON.stringify({ stream, events })}\n`);
    return this.answer(this.add(stream, events));
  }

  /** Resolves when something was appended, whatever it is, or `wake` is called. */
  change(): { readonly happened: Promise<unknown>; readonly wake: () => void } {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = () => {
      this.waiting.delete(wake);
      resolve(undefined);
    };
    this.waiting.add(wake);
    return { happened: promise, wake };
  }

  close(): void {
    closeSync(this.file);
  }

  private load(path: string): void {
    const text = readFileSync(path, 'utf8');
    // A line without its end was being written when the process was killed, and never acknowledged.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    truncateSync(path, Buffer.byteLength(whole));
    for (const line of whole.split('\n').filter(Boolean)) {
      const { stream, events } = JSON.parse(line) as { stream: string; events: StubEvent[] };
      this.add(stream, events);
    }
  }

  private add(stream: string, events: readonly StubEvent[]): readonly StubRecord[] {
    const records = this.streams.get(stream) ?? [];
    this.streams.set(stream, records);
    const transaction = this.end;
    const added = events.map((event) => {
      const record = { ...event, stream, revision: records.length, position: this.end, transaction };
      this.end += recordOverhead + event.data.length + event.metadata.length + stream.length;
      records.push(record);
      this.all.push(record);
      return record;
    });
    for (const wake of this.waiting) wake();
    return added;
  }

  private answer(records: readonly StubRecord[]): StubAppended {
    const last = records.at(-1);
    return { kind: 'written', revision: last?.revision ?? -1, position: last?.position ?? 0 };
  }
}

function sameIds(records: readonly StubRecord[], events: readonly StubEvent[]): boolean {
  return records.length === events.length && records.every(({ id }, index) => id === events[index]?.id);
}
