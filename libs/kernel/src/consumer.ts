import type { Clock } from './calendar.js';
import {
  progressChange,
  progressCollection,
  progressId,
  readProgress,
  type StreamProgress,
} from './consumer-progress.js';
import type { ContractEvent, EventBus } from './event-bus.js';
import { parkedEvent } from './parked-streams.js';
import { pause } from './pause.js';
import { Attempts, reasonOf, type Reaction } from './reaction.js';
import type { Change, ReadModels } from './read-models.js';
import { answerRequests } from './resume-parked.js';
import { TenantScope } from './tenant-scope.js';
import { Unavailable } from './unavailable.js';

export type { Reaction } from './reaction.js';

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

/** Each loss is another process's gain, so few are normal. */
const mostLosses = 20;

/** Each asks the store across the network, which answers so many within its time; after an import every event has its own. */
const streamsAtOnce = 200;

/**
 * Runs one reaction. Streams of a batch are handled side by side, up to 200 at once, the events of one stream in order.
 * A stream whose event keeps failing is parked with all that follows it; other streams and other consumers go on.
 * An outage (`Unavailable`) parks nothing: the batch comes again. Replicas may run the same consumer: whichever is
 * first to write how far a stream has come is right, the other looks again. `openProgress` comes before, once for all
 * consumers on the same read models.
 */
export class Consumer {
  private tail: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly ports: ConsumerPorts,
    private readonly reaction: Reaction,
    private readonly options: ConsumerOptions = defaultConsumerOptions,
  ) {}

  /** Resolves after the signal has aborted and the work under way is finished. When it throws, nothing is under way either. */
  async run(signal: AbortSignal): Promise<void> {
    const failed = new AbortController();
    const both = AbortSignal.any([signal, failed.signal]);
    const loops = [this.consume(both), this.watchRequests(both)];
    // One that fails ends the other: whoever starts this consumer again must not have two.
    for (const loop of loops) loop.catch(() => failed.abort());
    await allEnded(loops);
  }

  private consume(signal: AbortSignal): Promise<void> {
    const { topic, consumer } = this.reaction;
    const handle = (batch: readonly ContractEvent[]) => this.exclusively(() => this.handleBatch(batch, signal));
    return this.ports.bus.consume({ topic, group: consumer, signal, handle });
  }

  private async handleBatch(batch: readonly ContractEvent[], signal: AbortSignal): Promise<void> {
    const { types } = this.reaction;
    const wanted = types ? batch.filter((event) => types.includes(event.type)) : batch;
    const attempts = this.newAttempts(signal);
    let streams = [...Map.groupBy(wanted, (event) => event.stream).values()];
    for (let losses = 0; streams.length > 0; losses++) {
      if (losses > mostLosses) throw new Error(`${this.reaction.consumer} gave up after ${mostLosses} lost races`);
      const lost = new Set<string>();
      for (let from = 0; from < streams.length; from += streamsAtOnce)
        for (const id of await this.handleStreams(streams.slice(from, from + streamsAtOnce), attempts)) lost.add(id);
      streams = streams.filter(([first]) => first && lost.has(progressId(this.reaction.consumer, first.stream)));
    }
    if (attempts.broken) throw new Error(`${this.reaction.consumer} was told to end before it was done with a batch`);
  }

  /** Answers whose progress another process has written meanwhile. */
  private async handleStreams(
    streams: readonly (readonly ContractEvent[])[],
    attempts: Attempts,
  ): Promise<ReadonlySet<string>> {
    const handled = await allEnded(streams.map((events) => this.handleStream(events, attempts)));
    // Where a commit is not all or nothing, no mark may stand without the events it stands for.
    const changes = [...handled.flatMap(({ aside }) => aside), ...handled.flatMap(({ progress }) => progress)];
    const keptOut = await this.ports.readModels.commit(changes);
    return new Set(keptOut.filter(({ collection }) => collection === progressCollection).map(({ id }) => id));
  }

  private async handleStream(
    events: readonly ContractEvent[],
    attempts: Attempts,
  ): Promise<{ readonly aside: readonly Change[]; readonly progress: readonly Change[] }> {
    const [first] = events;
    if (!first) return { aside: [], progress: [] };
    const { consumer } = this.reaction;
    const key = { scope: TenantScope.of(first.tenant), consumer, stream: first.stream };
    const read = await readProgress(this.ports.readModels, key);
    let { progress } = read;
    const aside: Change[] = [];
    for (const event of events) {
      if (event.revision <= progress.lastRevision) continue;
      if (attempts.endsAt(event)) break;
      const failure = progress.parked ? 'behind a parked event' : await attempts.at(event);
      if (failure !== undefined) {
        aside.push(parkedEvent(consumer, event));
        progress = this.park(progress, event, failure);
      }
      progress = { ...progress, lastRevision: event.revision };
    }
    return { aside, progress: progress === read.progress ? [] : [progressChange(read, progress)] };
  }

  private park(progress: StreamProgress, { revision }: ContractEvent, failure: unknown): StreamProgress {
    const { parked } = progress;
    if (parked) return { ...progress, parked: { ...parked, waiting: parked.waiting + 1 } };
    const mark = { since: this.ports.clock.now(), reason: reasonOf(failure), waiting: 1, from: revision };
    const now = { ...progress, parked: mark };
    this.options.onParked?.(now, failure);
    return now;
  }

  private async watchRequests(signal: AbortSignal): Promise<void> {
    const { readModels } = this.ports;
    const { consumer } = this.reaction;
    while (!signal.aborted) {
      const task = { consumer, newAttempts: () => this.newAttempts(AbortSignal.any([])) };
      await this.exclusively(() => answerRequests(readModels, task)).catch(unlessOutage);
      await pause(this.options.requestPollMs, signal);
    }
  }

  private newAttempts(signal: AbortSignal): Attempts {
    return new Attempts(this.reaction, this.options.retryDelaysMs, signal);
  }

  /** New events and an operator's retry must not touch one stream at the same time. */
  private async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.tail.then(work, work);
    this.tail = mine.catch(() => undefined);
    return mine;
  }
}

/** Like Promise.all, but a failure waits for the others: the batch must not come again while parts of it are at work. */
async function allEnded<Value>(work: readonly Promise<Value>[]): Promise<readonly Value[]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** A request that met an outage is still there, and answered when that is over. */
function unlessOutage(error: unknown): void {
  if (!(error instanceof Unavailable)) throw error;
}
