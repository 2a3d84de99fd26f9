import type { ContractEvent, EventBus, Instant } from '@lotsennetz/kernel';

/**
 * How far a consumer is behind, seen from outside: of a batch under way the age of its oldest event. Where something
 * waits and none comes, the time since that was first seen, which errs to the consumer's favour by one look at most.
 */
export class ConsumerWatch {
  private readonly underWay = new Set<{ readonly oldest: Instant }>();
  private failed: Instant | undefined;
  private waiting: { readonly since: Instant; readonly backlog: number } | undefined;

  /** The bus for this consumer, its batches seen on their way. */
  watched(bus: EventBus): EventBus {
    return {
      publish: (topic, events) => bus.publish(topic, events),
      backlog: (topic, group) => bus.backlog(topic, group),
      close: () => bus.close(),
      consume: (subscription) =>
        bus.consume({ ...subscription, handle: (batch) => this.during(batch, subscription.handle) }),
    };
  }

  /** @param backlog how many events wait; undefined when nobody can say. */
  lagSeconds(backlog: number | undefined, now: Instant): number {
    if (backlog === 0) {
      this.failed = undefined;
      this.waiting = undefined;
      return 0;
    }
    const oldest = [...this.underWay].map((batch) => batch.oldest).concat(this.failed ?? []);
    if (oldest.length > 0) return Math.max(...oldest.map((instant) => secondsBetween(instant, now)));
    // Fewer than before: another replica works on them.
    const shrinks = this.waiting && backlog !== undefined && backlog < this.waiting.backlog;
    const since = this.waiting && !shrinks ? this.waiting.since : now;
    this.waiting = { since, backlog: backlog ?? this.waiting?.backlog ?? 0 };
    return secondsBetween(since, now);
  }

  private async during(
    batch: readonly ContractEvent[],
    handle: (batch: readonly ContractEvent[]) => Promise<void>,
  ): Promise<void> {
    const oldest = batch.map((event) => event.recordedAt).reduce((least, each) => (each < least ? each : least));
    const mark = { oldest };
    this.underWay.add(mark);
    this.waiting = undefined;
    try {
      await handle(batch);
      this.failed = undefined;
    } catch (error) {
      // It comes again: until then its events are unhandled.
      this.failed = oldest;
      throw error;
    } finally {
      this.underWay.delete(mark);
    }
  }
}

export function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}
