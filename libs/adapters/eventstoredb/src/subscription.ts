import type { ClientReadableStream } from '@grpc/grpc-js';
import { Unavailable, pause, type Position, type RecordedEvent } from '@lotsennetz/kernel';
import type { Connection, Stored } from './connection.js';
import { Inbox } from './inbox.js';
import { asOutage } from './outage.js';
import { subscriptionRequest } from './read-request.js';

export interface Wanted {
  readonly prefixes: readonly string[];
  readonly after: Position | undefined;
  /** Events handed out at once. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

const firstDelayMs = 50;
const longestDelayMs = 2_000;
/** A server that accepts the connection but does not confirm the subscription. */
const confirmWithinMs = 5_000;

/**
 * A catch-up subscription that outlives its connection: when it is dropped, the server ended or another node leads,
 * it is opened again after the last event that was handed out. Each event comes once and in order.
 */
export async function* catchUp(
  connection: Connection,
  toEvent: (stored: Stored) => RecordedEvent,
  { prefixes, after, limit, signal }: Wanted,
): AsyncGenerator<readonly RecordedEvent[]> {
  let position = after;
  for (let delayMs = firstDelayMs; goesOn(); delayMs = Math.min(delayMs * 2, longestDelayMs)) {
    const subscription = new Subscription(connection, toEvent, { prefixes, after: position, limit, signal });
    try {
      for (;;) {
        const batch = await subscription.next();
        if (!batch || !goesOn()) break;
        if (batch.length === 0) continue;
        delayMs = firstDelayMs;
        position = batch.at(-1)?.position;
        yield batch;
      }
    } catch (error) {
      const problem = asOutage(error);
      if (!(problem instanceof Unavailable)) throw problem;
    } finally {
      subscription.end();
    }
    if (goesOn()) await pause(delayMs, signal);
  }

  function goesOn(): boolean {
    return !signal.aborted && !connection.closed;
  }
}

/** One subscription on one connection. */
class Subscription {
  private readonly inbox: Inbox;
  private readonly opened: Promise<ClientReadableStream<unknown>>;
  private readonly unconfirmed: NodeJS.Timeout;

  constructor(
    connection: Connection,
    toEvent: (stored: Stored) => RecordedEvent,
    private readonly wanted: Wanted,
  ) {
    const hold = (wait: boolean) => this.whenOpen((call) => (wait ? call.pause() : call.resume()));
    this.inbox = new Inbox(toEvent, hold, 2 * wanted.limit);
    const request = subscriptionRequest({ prefixes: wanted.prefixes, from: wanted.after });
    this.opened = connection.open(request, this.inbox);
    this.opened.catch((error: unknown) => this.inbox.ended(asOutage(error)));
    this.unconfirmed = setTimeout(() => {
      if (!this.inbox.alive) this.inbox.ended(new Unavailable('the event store does not confirm the subscription'));
    }, confirmWithinMs);
    wanted.signal.addEventListener('abort', this.stop, { once: true });
  }

  /** The next events; undefined when there will be none any more. */
  async next(): Promise<readonly RecordedEvent[] | undefined> {
    await this.inbox.news();
    if (this.wanted.signal.aborted) return undefined;
    return this.inbox.take(this.wanted.limit);
  }

  end(): void {
    clearTimeout(this.unconfirmed);
    this.wanted.signal.removeEventListener('abort', this.stop);
    this.whenOpen((call) => call.cancel());
  }

  private readonly stop = () => this.inbox.ended();

  private whenOpen(work: (call: ClientReadableStream<unknown>) => void): void {
    void this.opened.then(work, () => undefined);
  }
}
