import { pause, TenantScope, type Forgettings, type Subject } from '@lotsennetz/kernel';
import type { KeyDocument } from './key-documents.js';

/** Others' forgettings are known this long after they happened, and a moment for the query. */
const lookEveryMs = 2_000;
/** The servers' clocks may differ after an election: looked at again and again. */
const overlapMs = 60_000;

/** Who was forgotten, by this process or, within five seconds, by others. Looks around from the first question on. */
export class TombstoneWatch {
  private readonly forgettings: Subject[] = [];
  private readonly known = new Set<string>();
  private readonly closing = new AbortController();
  private watching: Promise<void> | undefined;
  private newest: Date | undefined;

  constructor(private readonly buriedSince: (since: Date | undefined) => Promise<readonly KeyDocument[]>) {}

  since(mark?: number): Forgettings {
    this.watching ??= this.watch();
    const { length } = this.forgettings;
    return { mark: length, subjects: this.forgettings.slice(mark ?? length) };
  }

  learn(subjects: readonly Subject[]): void {
    for (const { tenant, subject } of subjects) {
      const name = `${tenant}/${subject}`;
      if (this.known.has(name)) continue;
      this.known.add(name);
      this.forgettings.push({ tenant, subject });
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      // An outage: what cannot be read now is read the next time.
      await this.look().catch(() => undefined);
      await pause(lookEveryMs, signal);
    }
  }

  private async look(): Promise<void> {
    const documents = await this.buriedSince(this.newest && new Date(this.newest.getTime() - overlapMs));
    for (const { _id, at } of documents) {
      const slash = _id.indexOf('/');
      this.learn([{ tenant: TenantScope.of(_id.slice(0, slash)).tenant, subject: _id.slice(slash + 1) }]);
      if (at && (!this.newest || at > this.newest)) this.newest = at;
    }
  }
}
