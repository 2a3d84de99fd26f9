import {
  progressChange,
  readProgress,
  type Parked,
  type ReadProgress,
  type StreamProgress,
} from './consumer-progress.js';
import type { ContractEvent } from './event-bus.js';
import { eventsPutAside, putAside, removal, waits } from './parked-streams.js';
import { reasonOf, type Attempts } from './reaction.js';
import type { ReadModels } from './read-models.js';

interface Answering {
  readonly consumer: string;
  readonly newAttempts: () => Attempts;
}

/** Does what operators have asked for parked streams of one consumer, and takes away what nothing waits for any more. */
export async function answerRequests(readModels: ReadModels, task: Answering): Promise<void> {
  for (const { scope, progress } of await putAside(readModels)) {
    if (progress.consumer !== task.consumer) continue;
    const resuming = new Resuming(readModels, { scope, ...progress }, task.newAttempts());
    if (progress.parked?.requested) await resuming.resume();
    await resuming.tidyUp();
  }
}

/** One parked stream that is tried again. Other replicas may put more aside meanwhile, or try the same. */
class Resuming {
  private skipped = false;

  constructor(
    private readonly readModels: ReadModels,
    private readonly key: Parameters<typeof readProgress>[1],
    private readonly attempts: Attempts,
  ) {}

  /** Until the stream is free, or parked anew without a request. */
  async resume(): Promise<void> {
    for (;;) {
      const read = await readProgress(this.readModels, this.key);
      const { parked } = read.progress;
      if (!parked?.requested) return;
      const next = await this.progressAfter(read, parked);
      const keptOut = await this.readModels.commit([progressChange(read, next)]);
      if (keptOut.length === 0) return;
    }
  }

  /** Removes what is done. After the mark is written: events that nobody counts any more do no harm, missing ones would. */
  async tidyUp(): Promise<void> {
    const { progress } = await readProgress(this.readModels, this.key);
    const { parked, lastRevision, consumer } = progress;
    // What lies ahead is of a replica that will write its mark, or has lost a race and will look again.
    const behind = (await eventsPutAside(this.readModels, this.key)).filter(
      (event) => event.revision <= lastRevision && !(parked && waits(event, progress, parked)),
    );
    if (behind.length > 0) await this.readModels.commit(behind.map((event) => removal(consumer, event)));
  }

  private async progressAfter({ progress }: ReadProgress, parked: Parked): Promise<StreamProgress> {
    const waiting = (await eventsPutAside(this.readModels, this.key)).filter((event) => waits(event, progress, parked));
    const [first] = waiting;
    if (parked.requested === 'skip' && first && !this.skipped) {
      this.attempts.drop(first);
      this.skipped = true;
    }
    const failed = await this.firstFailure(waiting);
    const { parked: _, ...free } = progress;
    if (!failed) return free;
    const { event, failure } = failed;
    const left = waiting.length - waiting.indexOf(event);
    return { ...free, parked: { since: parked.since, reason: reasonOf(failure), waiting: left, from: event.revision } };
  }

  private async firstFailure(
    events: readonly ContractEvent[],
  ): Promise<{ readonly event: ContractEvent; readonly failure: unknown } | undefined> {
    for (const event of events) {
      const failure = await this.attempts.at(event);
      if (failure !== undefined) return { event, failure };
    }
    return undefined;
  }
}
