import { Unavailable, type ContractEvent, type EventBus, type ReadModels } from '@lotsennetz/kernel';

type Handle = (batch: readonly ContractEvent[]) => Promise<void>;

/** A bus whose batches come from the test: to one consumer, whenever the test says. */
export class HandFedBus implements EventBus {
  consuming = false;
  private readonly subscribed = Promise.withResolvers<Handle>();

  /** Hands a batch to the consumer; resolves when it is done with it. */
  get handler(): Promise<Handle> {
    return this.subscribed.promise;
  }

  async consume({ handle, signal }: Parameters<EventBus['consume']>[0]): Promise<void> {
    this.subscribed.resolve((batch) => untilDone(handle, batch));
    this.consuming = !signal.aborted;
    if (this.consuming) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    this.consuming = false;
  }

  publish(): Promise<void> {
    return Promise.resolve();
  }

  backlog(): Promise<number> {
    return Promise.resolve(0);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** As every bus does: what met an outage comes again. */
async function untilDone(handle: Handle, batch: readonly ContractEvent[]): Promise<void> {
  for (;;) {
    try {
      await handle(batch);
      return;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
    }
  }
}

/** Read models whose first commit waits, as in a process that is held up between its work and its writing. */
export function heldUp(readModels: ReadModels): {
  readonly readModels: ReadModels;
  /** Resolves when the commit waits. */
  reached(): Promise<void>;
  letGo(): void;
} {
  const [reached, free] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const commit: ReadModels['commit'] = async (changes, checkpoints) => {
    reached.resolve(undefined);
    await free.promise;
    return readModels.commit(changes, checkpoints);
  };
  const gated = new Proxy(readModels, {
    get: (target, name) => {
      if (name === 'commit') return commit;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return {
    readModels: gated,
    reached: async () => {
      await reached.promise;
    },
    letGo: () => free.resolve(undefined),
  };
}
