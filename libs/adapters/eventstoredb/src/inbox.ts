import type { RecordedEvent } from '@lotsennetz/kernel';
import type { Receiver, Stored } from './connection.js';

/** Gathers what a subscription sends until somebody takes it, and says when it is enough for now. */
export class Inbox implements Receiver {
  private events: RecordedEvent[] = [];
  private failure: Error | undefined;
  private isOver = false;
  private bell = Promise.withResolvers<undefined>();
  /** Whether the server has said anything yet. */
  alive = false;

  constructor(
    private readonly toEvent: (stored: Stored) => RecordedEvent,
    private readonly hold: (wait: boolean) => void,
    private readonly enough: number,
  ) {}

  heard(): void {
    this.alive = true;
  }

  received(stored: Stored): void {
    this.events.push(this.toEvent(stored));
    if (this.events.length === this.enough) this.hold(true);
    this.bell.resolve(undefined);
  }

  ended(error?: Error): void {
    this.failure ??= error;
    this.isOver = true;
    this.bell.resolve(undefined);
  }

  /** Resolves when there is something to take, or the subscription is over. */
  async news(): Promise<void> {
    if (this.events.length === 0 && !this.isOver) await this.bell.promise;
    this.bell = Promise.withResolvers<undefined>();
  }

  /** What is there, at most `limit`; undefined once it is all taken and the subscription is over. @throws its failure */
  take(limit: number): readonly RecordedEvent[] | undefined {
    if (this.events.length === 0) {
      if (this.failure) throw this.failure;
      return this.isOver ? undefined : [];
    }
    const taken = this.events.splice(0, limit);
    if (this.events.length < this.enough) this.hold(false);
    return taken;
  }
}
