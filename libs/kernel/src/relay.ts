import type { ContractEvent, EventBus } from './event-bus.js';
import type { Publish } from './contract.js';
import type { Position, RecordedEvent } from './envelope.js';
import type { EventStore } from './event-store.js';
import { pause } from './pause.js';
import type { ReadModels } from './read-models.js';

export const relayCheckpoint = 'relay';

/** What is recorded meanwhile goes out together: each publication is a sync to disk, or a round trip to a broker. */
const restMs = 20;
/** At most so many go out together; as long as that many wait, there is no rest. */
const pageSize = 500;

export interface RelayTask {
  /** Topic to publish on: the service's name. */
  readonly service: string;
  readonly published: readonly Publish[];
  readonly signal: AbortSignal;
  /** Told of every failed attempt; the relay tries again until it works or the signal aborts. */
  readonly onFailure: (error: unknown) => void;
  /** Stands around every attempt to publish and may give the events another trace context. */
  readonly around?: (
    events: readonly ContractEvent[],
    publish: (events: readonly ContractEvent[]) => Promise<void>,
  ) => Promise<void>;
}

/**
 * Carries a service's own history to the bus: reads after a checkpoint, turns domain events into contract
 * events, publishes, and only then moves the checkpoint. A crash in between publishes twice, never not at all.
 */
export async function relay(
  ports: { readonly eventStore: EventStore; readonly readModels: ReadModels; readonly bus: EventBus },
  task: RelayTask,
): Promise<void> {
  const publish = (events: readonly ContractEvent[]) => ports.bus.publish(task.service, events);
  const after = (await ports.readModels.checkpoint(relayCheckpoint)) as Position | undefined;
  for await (const batch of ports.eventStore.subscribe({ after, limit: pageSize, signal: task.signal })) {
    const last = batch.at(-1);
    const contracts = batch.flatMap((event) => contractsOf(task.published, event));
    await persistently(task, async () => {
      if (contracts.length > 0) await (task.around ? task.around(contracts, publish) : publish(contracts));
      if (last) await ports.readModels.advance(relayCheckpoint, last.position);
    });
    if (batch.length < pageSize) await pause(restMs, task.signal);
  }
}

function contractsOf(published: readonly Publish[], event: RecordedEvent): readonly ContractEvent[] {
  for (const publish of published) {
    const contract = publish(event);
    if (contract) return [contract];
  }
  return [];
}

async function persistently(task: RelayTask, work: () => Promise<void>): Promise<void> {
  for (let delayMs = 100; !task.signal.aborted; delayMs = Math.min(delayMs * 2, 5_000)) {
    try {
      await work();
      return;
    } catch (error) {
      task.onFailure(error);
      await pause(delayMs, task.signal);
    }
  }
}
