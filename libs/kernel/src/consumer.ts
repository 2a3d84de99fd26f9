import type { Clock } from './calendar.js';
import {
  openProgress,
  parkedCollection,
  parkedEvent,
  parkedStreams,
  progressChange,
  progressCollection,
  progressId,
  removal,
  type Parked,
  type ParkedRow,
  type StreamProgress,
} from './consumer-progress.js';
import type { StreamName } from './envelope.js';
import type { ContractEvent, EventBus } from './event-bus.js';
import { pause } from './pause.js';
import type { Change, ReadModels } from './read-models.js';
import { TenantScope } from './tenant-scope.js';
import { Unavailable } from './unavailable.js';

/** A side effect on events of another service: its own group, offset and parking. Never replayed by a rebuild. */
export interface Reaction {
  /** `<service>.<reaction>`; stays for ever, offsets hang on it. */
  readonly consumer: string;
  /** The publishing service. */
  readonly topic: string;
  /** Contract types it acts on; others leave no trace with it. Absent: whatever the topic carries. */
  readonly types?: readonly string[];
  /** May be called again for the same event after a crash: its command ids derive from the event's id. */
  readonly handle: (event: ContractEvent) => Promise<void>;
}

interface ConsumerPorts {
  readonly bus: EventBus;
  readonly readModels: ReadModels;
  readonly clock: Clock;
}

export interface ConsumerOptions {
  /** Pauses before each further attempt; after the last one the stream is parked. */
  readonly retryDelaysMs: readonly number[];
  /** How often operators' requests for parked streams are looked up. */
  readonly requestPollMs: number;
  readonly onParked?: (progress: StreamProgress, error: unknown) => void;
}

export const defaultConsumerOptions: ConsumerOptions = { retryDelaysMs: [50, 250, 1_000], requestPollMs: 1_000 };

/**
 * Runs one reaction. Streams of a batch are handled side by side, the events of one stream in order.
 * A stream whose event keeps failing is parked with all that follows it; other streams and other consumers go on.
 * An outage (`Unavailable`) parks nothing: the batch comes again.
 */
export class Consumer {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ports: ConsumerPorts,
    private readonly reaction: Reaction,
    private readonly options: ConsumerOptions = defaultConsumerOptions,
  ) {}

  /** Resolves after the signal has aborted and the work under way is finished. */
  async run(signal: AbortSignal): Promise<void> {
    await openProgress(this.ports.readModels);
    const { topic, consumer } = this.reaction;
    await Promise.all([
      this.ports.bus.consume({
        topic,
        group: consumer,
        signal,
        handle: (batch) => this.exclusively(() => this.handleBatch(batch)),
      }),
      this.watchRequests(signal),
    ]);
  }

  private async handleBatch(batch: readonly ContractEvent[]): Promise<void> {
    const { types } = this.reaction;
    const wanted = types ? batch.filter((event) => types.includes(event.type)) : batch;
    const streams = Map.groupBy(wanted, (event) => event.stream);
    const changes = await Promise.all([...streams.values()].map((events) => this.handleStream(events)));
    await this.ports.readModels.commit(changes.flat());
  }

  private async handleStream(events: readonly ContractEvent[]): Promise<readonly Change[]> {
    const [first] = events;
    if (!first) return [];
    const scope = TenantScope.of(first.tenant);
    let progress = await this.progressOf(scope, first.stream);
    const before = progress;
    const changes: Change[] = [];
    for (const event of events) {
      if (event.revision <= progress.lastRevision) continue;
      const failure = progress.parked ? 'behind a parked event' : await this.attempt(event);
      if (failure !== undefined) {
        changes.push(parkedEvent(this.reaction.consumer, event));
        progress = this.park(progress, failure);
      }
      progress = { ...progress, lastRevision: event.revision };
    }
    return progress === before ? [] : [...changes, progressChange(scope, progress)];
  }

  /** undefined when the event was handled, else why not. @throws Unavailable */
  private async attempt(event: ContractEvent): Promise<unknown> {
    for (let attempt = 0; ; attempt++) {
      try {
        await this.reaction.handle(event);
        return undefined;
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        const delayMs = this.options.retryDelaysMs[attempt];
        if (delayMs === undefined) return error ?? new Error('unknown');
        await pause(delayMs, AbortSignal.any([]));
      }
    }
  }

  private park(progress: StreamProgress, failure: unknown): StreamProgress {
    const { parked } = progress;
    if (parked) return { ...progress, parked: { ...parked, waiting: parked.waiting + 1 } };
    const now = { ...progress, parked: { since: this.ports.clock.now(), reason: reasonOf(failure), waiting: 1 } };
    this.options.onParked?.(now, failure);
    return now;
  }

  private async watchRequests(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.exclusively(() => this.answerRequests()).catch(unlessOutage);
      await pause(this.options.requestPollMs, signal);
    }
  }

  private async answerRequests(): Promise<void> {
    for (const { scope, progress } of await parkedStreams(this.ports.readModels)) {
      if (progress.consumer !== this.reaction.consumer || !progress.parked?.requested) continue;
      await this.resume(scope, progress, progress.parked);
    }
  }

  private async resume(scope: TenantScope, progress: StreamProgress, parked: Parked): Promise<void> {
    const waiting = await this.waitingEvents(scope, progress.stream);
    const toDo = parked.requested === 'skip' ? waiting.slice(1) : waiting;
    const removed: Change[] = waiting
      .slice(0, waiting.length - toDo.length)
      .map((event) => removal(this.reaction.consumer, event));
    let failure: unknown;
    for (const event of toDo) {
      failure = await this.attempt(event);
      if (failure !== undefined) break;
      removed.push(removal(this.reaction.consumer, event));
    }
    const { parked: _, ...free } = progress;
    const left = waiting.length - removed.length;
    const next =
      left === 0 ? free : { ...free, parked: { since: parked.since, reason: reasonOf(failure), waiting: left } };
    await this.ports.readModels.commit([...removed, progressChange(scope, next)]);
  }

  private async waitingEvents(scope: TenantScope, stream: StreamName): Promise<readonly ContractEvent[]> {
    const events: ContractEvent[] = [];
    let cursor: string | undefined;
    do {
      const filter = { consumer: this.reaction.consumer, stream };
      const page = await this.ports.readModels.query<ParkedRow>(parkedCollection, scope, {
        filter,
        limit: 1000,
        cursor,
      });
      events.push(...page.items.map((item) => item.row.event));
      cursor = page.next;
    } while (cursor);
    return events;
  }

  private async progressOf(scope: TenantScope, stream: StreamName): Promise<StreamProgress> {
    const { consumer } = this.reaction;
    const stored = await this.ports.readModels.get<StreamProgress>(
      progressCollection,
      scope,
      progressId(consumer, stream),
    );
    return stored?.row ?? { consumer, stream, lastRevision: -1 };
  }

  /** New events and an operator's retry must not touch one stream at the same time. */
  private async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.tail.then(work, work);
    this.tail = mine.catch(() => undefined);
    return mine;
  }
}

/** A request that met an outage is still there, and answered when that is over. */
function unlessOutage(error: unknown): void {
  if (!(error instanceof Unavailable)) throw error;
}

function reasonOf(failure: unknown): string {
  if (typeof failure === 'string') return failure;
  if (failure instanceof Error && 'code' in failure && typeof failure.code === 'string') return failure.code;
  return failure instanceof Error ? failure.name : 'unknown';
}
