import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { firstColumn } from './database.js';

const pollMs = 25;

/**
 * Readers are woken at once after a quiet moment, but under load no oftener than this: with a wake for every commit
 * each of them would read, write and commit for a handful of events.
 */
const wakeEveryMs = 5;

/**
 * Tells waiting readers that the file has changed: own commits at once, other processes' by polling
 * `PRAGMA data_version`, which costs no disk access and is done only while somebody waits.
 */
export class ChangeSignal {
  private readonly waiting = new Set<() => void>();
  private readonly dataVersion: StatementSync;
  private seenVersion: unknown;
  private poll: NodeJS.Timeout | undefined;
  private changes = 0;
  private lastWake = 0;
  private nextWake: NodeJS.Timeout | undefined;

  constructor(db: DatabaseSync) {
    this.dataVersion = db.prepare('PRAGMA data_version');
    this.seenVersion = firstColumn(this.dataVersion.get());
  }

  /** Number of changes so far; take it before reading, and wait for it to move. */
  get count(): number {
    return this.changes;
  }

  changed(): void {
    this.changes += 1;
    if (this.waiting.size === 0) return;
    const restMs = this.lastWake + wakeEveryMs - performance.now();
    if (restMs <= 0) this.wake();
    else this.nextWake ??= setTimeout(() => this.wake(), restMs);
  }

  /** Resolves when there were changes after `seen`, or the signal aborts. */
  async after(seen: number, signal: AbortSignal): Promise<void> {
    if (this.changes !== seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        if (this.waiting.size === 0) this.stop();
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.add(wake);
      this.poll ??= setInterval(() => this.lookAround(), pollMs);
    });
  }

  /** Whether another process has changed the file since this was last asked. */
  othersChanged(): boolean {
    const version = firstColumn(this.dataVersion.get());
    if (version === this.seenVersion) return false;
    this.seenVersion = version;
    return true;
  }

  /** Lets every waiting reader look again; afterwards nothing keeps the process alive. */
  close(): void {
    this.changes += 1;
    this.wake();
    this.stop();
  }

  private wake(): void {
    clearTimeout(this.nextWake);
    this.nextWake = undefined;
    this.lastWake = performance.now();
    for (const wake of this.waiting) wake();
  }

  private lookAround(): void {
    try {
      if (this.othersChanged()) this.changed();
    } catch {
      // An outage: readers find out when they read.
      this.changed();
    }
  }

  private stop(): void {
    clearInterval(this.poll);
    this.poll = undefined;
  }
}
