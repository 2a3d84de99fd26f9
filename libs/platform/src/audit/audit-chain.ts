import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { Unavailable, type Clock } from '@lotsennetz/kernel';
import type { Anchors } from './anchors.js';
import type { AuditKeys } from './audit-keys.js';
import type { AuditRecord } from './audit-record.js';
import { anchored } from './anchored.js';
import { endOf } from './chain-end.js';
import { segmentPath, segmentsIn } from './chain-files.js';
import { beginningOf, nextLine, type Head } from './chain-line.js';

/** Where the records of one service instance go. */
export interface AuditTrail {
  /** Durable when the promise resolves; records of one moment share one sync to disk. @throws Unavailable */
  append(record: AuditRecord): Promise<void>;
  /** Notes outside the folder of the records how far they go. */
  anchor(): Promise<void>;
  /** The chain that is written now. */
  chain(): Promise<{ readonly folder: string; readonly chain: string }>;
  close(): Promise<void>;
}

export interface ChainOptions {
  /** Of all chains. */
  readonly folder: string;
  /** `<service>-<instance>`; one process writes it at a time. */
  readonly chain: string;
  readonly keys: AuditKeys;
  /** Absent: only its lines protect it. */
  readonly anchors?: Anchors;
  readonly clock: Clock;
  /** A file that has reached it is followed by a new one; so is one of another day. */
  readonly maxBytes?: number;
  /** Let go when the chain is closed. */
  readonly lock?: { release(): void };
}

interface Waiting {
  readonly record: AuditRecord;
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/** Appends to a chain of lines, each signed over the one before, in files that follow one another. */
export class AuditChain implements AuditTrail {
  private readonly queue: Waiting[] = [];
  private writing: Promise<void> | undefined;
  private anchored = -1;

  private constructor(
    private readonly options: ChainOptions,
    private head: Head,
    private segment: OpenSegment | undefined,
  ) {}

  /** Goes on where the chain ends; a line that a crash tore is taken off, since nobody was shown what it stood for. */
  static async open(options: ChainOptions): Promise<AuditChain> {
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const segments = segmentsIn(options.folder, options.chain);
    const last = segments.at(-1);
    const { head, path, bytes, day } = await endOf(segments, beginningOf(options.chain));
    if (!last) return new AuditChain(options, head, undefined);
    const segment = { file: await open(last.path, 'a', 0o600), bytes: path === last.path ? bytes : 0, day };
    await segment.file.truncate(segment.bytes);
    return new AuditChain(options, head, segment);
  }

  append(record: AuditRecord): Promise<void> {
    return new Promise((done, failed) => {
      this.queue.push({ record, done, failed });
      this.writing ??= this.writeAll();
    });
  }

  chain(): Promise<{ readonly folder: string; readonly chain: string }> {
    const { folder, chain } = this.options;
    return Promise.resolve({ folder, chain });
  }

  async anchor(): Promise<void> {
    const { n, mac } = this.head;
    if (n === this.anchored) return;
    await this.options.anchors?.note(this.options.chain, { n, mac, at: this.options.clock.now() });
    this.anchored = n;
  }

  /** Writes what waits, and anchors the end. */
  async close(): Promise<void> {
    await this.writing;
    // Whatever becomes of the anchor, the process must come to its end.
    await anchored(this);
    await this.segment?.file.close();
    this.segment = undefined;
    this.options.lock?.release();
  }

  private async writeAll(): Promise<void> {
    // One turn of the event loop: what other requests have to record by then shares the sync.
    await Promise.resolve();
    while (this.queue.length > 0) {
      const group = this.queue.splice(0);
      try {
        await this.write(group.map(({ record }) => record));
        for (const { done } of group) done();
      } catch (error) {
        const outage = new Unavailable('the audit records cannot be written', { cause: error });
        for (const { failed } of group) failed(outage);
      }
    }
    // In the same turn as the last look at the queue: who comes later must find nobody writing.
    this.writing = undefined;
  }

  private async write(records: readonly AuditRecord[]): Promise<void> {
    const segment = await this.segmentFor(this.options.clock.now().slice(0, 10));
    let head = this.head;
    let text = '';
    for (const record of records) {
      const line = nextLine(this.options.keys, head, record);
      text += `${line.text}\n`;
      head = line.head;
    }
    try {
      await segment.file.appendFile(text);
      await segment.file.datasync();
    } catch (error) {
      // Half a group must not stay: its lines were never acknowledged, and the next group takes their numbers.
      await segment.file.truncate(segment.bytes).catch(() => undefined);
      throw error;
    }
    segment.bytes += Buffer.byteLength(text);
    this.head = head;
  }

  private async segmentFor(day: string): Promise<OpenSegment> {
    const { folder, chain, maxBytes = 16 * 1_048_576 } = this.options;
    const present = this.segment;
    if (present && present.bytes < maxBytes && (present.day === day || present.bytes === 0)) return present;
    await present?.file.close();
    this.segment = undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = await open(segmentPath(folder, chain, this.head.n + 1), 'a', 0o600);
    await syncFolder(folder);
    this.segment = { file, bytes: 0, day };
    return this.segment;
  }
}

interface OpenSegment {
  readonly file: FileHandle;
  bytes: number;
  /** Of its last record known at opening; a file holds one day. */
  readonly day: string;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
