import { pause, type ContractEvent, type EventBus } from '@lotsennetz/kernel';
import { Bell } from './bell.js';

/** What outlives a bus: the log of each topic as JSON, and how far each group is. */
export class MemoryLog {
  readonly topics = new Map<string, string[]>();
  readonly offsets = new Map<string, number>();
  readonly bell = new Bell();
}

const batchSize = 200;
const retryPauseMs = 10;

type Subscription = Parameters<EventBus['consume']>[0];

/** The bus in memory: serialises, keeps order, delivers from each group's offset. */
export class MemoryEventBus implements EventBus {
  constructor(private readonly log = new MemoryLog()) {}

  publish(topic: string, events: readonly ContractEvent[]): Promise<void> {
    const lines = events.map((event) => JSON.stringify(event));
    this.log.topics.set(topic, [...(this.log.topics.get(topic) ?? []), ...lines]);
    this.log.bell.ring();
    return Promise.resolve();
  }

  async consume({ topic, group, handle, signal }: Subscription): Promise<void> {
    while (!signal.aborted) {
      const seen = this.log.bell.count;
      const done = this.offsetOf(topic, group);
      const batch = this.log.topics.get(topic)?.slice(done, done + batchSize) ?? [];
      try {
        if (batch.length === 0) await this.log.bell.after(seen, signal);
        else await handle(batch.map((line) => JSON.parse(line) as ContractEvent));
        this.log.offsets.set(JSON.stringify([topic, group]), done + batch.length);
      } catch {
        await pause(retryPauseMs, signal);
      }
    }
  }

  async backlog(topic: string, group: string): Promise<number> {
    const published = this.log.topics.get(topic)?.length ?? 0;
    return Promise.resolve(published - this.offsetOf(topic, group));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private offsetOf(topic: string, group: string): number {
    return this.log.offsets.get(JSON.stringify([topic, group])) ?? 0;
  }
}
