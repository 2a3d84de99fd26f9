import { addMs, pause, type Clock, type EventBus, type Instant } from '@lotsennetz/kernel';
import type { WatchedConsumer } from '../telemetry/lag-figures.js';

const lookEveryMs = 2_000;
const answerWithinMs = 2_000;
/** Changes are to act everywhere within 5 s; until then being behind is nothing to tell of. */
const toleratedMs = 5_000;

/** The consumer by which a service learns who may do what. */
export function accessConsumer(service: string): string {
  return `${service}.when-access-changed-learn-it`;
}

interface Watched {
  readonly bus: Pick<EventBus, 'backlog'>;
  readonly clock: Clock;
  readonly consumer: WatchedConsumer;
}

/**
 * Whether a service learns who may do what, or decides by the last known grants. It asks the bus itself how much
 * waits: one that does not answer can bring nothing, and one that answers tells of a consumer that does not move.
 */
export class GrantsWatch {
  private stalledSince: Instant | undefined;
  private asking: Promise<number | undefined> | undefined;

  constructor(private readonly watched: Watched) {}

  /** Since when facts may have been missed; undefined while what was published is known. */
  get heldSince(): Instant | undefined {
    return this.stalledSince;
  }

  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look(signal);
      await pause(lookEveryMs, signal);
    }
  }

  async look(signal: AbortSignal): Promise<void> {
    const waiting = await this.waiting(signal);
    if (signal.aborted) return;
    const now = this.watched.clock.now();
    const lagMs = this.watched.consumer.watch.lagSeconds(waiting, now) * 1_000;
    if (lagMs <= toleratedMs) this.stalledSince = undefined;
    else this.stalledSince ??= addMs(now, -lagMs);
  }

  /** How many events wait; undefined when the bus does not say in time. A question that hangs is asked once only. */
  private async waiting(signal: AbortSignal): Promise<number | undefined> {
    const { bus, consumer } = this.watched;
    this.asking ??= bus
      .backlog(consumer.topic, consumer.consumer)
      .catch(() => undefined)
      .finally(() => (this.asking = undefined));
    const enough = new AbortController();
    try {
      const tooLong = pause(answerWithinMs, AbortSignal.any([signal, enough.signal])).then(() => undefined);
      return await Promise.race([this.asking, tooLong]);
    } finally {
      enough.abort();
    }
  }
}
