import type { ContractEvent } from '@lotsennetz/kernel';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { sharedEventOf } from './cloud-event-message.js';

/** About what one fetch brings: a stream's progress is read and written once in each part, however many of its events are in it. */
const mostEvents = 2_000;
const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** What happened that nobody is told otherwise; no payload. */
export type Notice = (text: string) => void;

export interface BatchHandling {
  readonly handle: (batch: readonly ContractEvent[]) => Promise<void>;
  readonly heartbeatMs: number;
  readonly notice: Notice;
}

/**
 * How a consumer handles what it fetched from a partition: in order, in parts, each committed once it is done.
 * A part that fails comes again after a pause, in which the other partitions go on: throwing out of here would make
 * kafkajs restart the whole consumer again and again.
 */
export function handlingOf({
  handle,
  heartbeatMs,
  notice,
}: BatchHandling): (payload: EachBatchPayload) => Promise<void> {
  const pausesMs = new Map<number, number>();

  return async (fetched) => {
    const { topic, partition, messages } = fetched.batch;
    // The broker confirms one part while the next is being handled.
    let committing = Promise.resolve();
    try {
      for (let from = 0; from < messages.length; from += mostEvents) {
        if (!fetched.isRunning() || fetched.isStale()) return;
        const part = messages.slice(from, from + mostEvents);
        if (!(await succeeds(fetched, eventsOf(part)))) return;
        await committing;
        committing = commit(fetched, part);
        // Awaited above or at the end; until then nobody listens.
        committing.catch(() => undefined);
      }
    } finally {
      await committing;
    }

    function eventsOf(part: readonly KafkaMessage[]): readonly ContractEvent[] {
      return part.flatMap((message) => {
        const event = sharedEventOf(message);
        if (!event) notice(`skipped ${topic}/${partition}/${message.offset}: no contract event`);
        return event ? [event] : [];
      });
    }
  };

  /** A part that fails is not resolved: after the pause the next fetch begins with it. */
  async function succeeds(fetched: EachBatchPayload, events: readonly ContractEvent[]): Promise<boolean> {
    const { partition } = fetched.batch;
    try {
      await whileBeating(fetched, heartbeatMs, () => handle(events));
      pausesMs.delete(partition);
      return true;
    } catch {
      // Whoever handles the batch reports why.
      const pauseMs = pausesMs.get(partition) ?? firstPauseMs;
      pausesMs.set(partition, Math.min(pauseMs * 2, longestPauseMs));
      setTimeout(fetched.pause(), pauseMs).unref();
      return false;
    }
  }
}

/** Moves the group's offset behind the part. Throws when the partition is no longer ours: then kafkajs joins anew. */
async function commit(fetched: EachBatchPayload, part: readonly KafkaMessage[]): Promise<void> {
  const { topic, partition } = fetched.batch;
  const last = part.at(-1)?.offset ?? '0';
  fetched.resolveOffset(last);
  const offset = String(BigInt(last) + 1n);
  await fetched.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset }] }] });
  await fetched.heartbeat();
}

/** Handlers may take longer than the session: the group must not take them for dead. */
async function whileBeating(fetched: EachBatchPayload, heartbeatMs: number, work: () => Promise<void>): Promise<void> {
  // A heartbeat that fails means a rebalance or an outage; the commit that follows the work meets it again.
  const timer = setInterval(() => void fetched.heartbeat().catch(() => undefined), heartbeatMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}
