import type * as KafkaJs from 'kafkajs';

/** What is used here of the queue that each of kafkajs's connections has; its types do not name it. */
export interface RequestQueue {
  /** Milliseconds since the epoch; -1 where the broker never slowed the client down. */
  throttledUntil: number;
  readonly pending: readonly unknown[];
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const requestQueue = 'kafkajs/src/network/requestQueue/index.js';
const lookAgainMs = 10;

/**
 * kafkajs 2.2.4, once loaded. After the first answer every connection looks for waiting requests each millisecond for
 * as long as it is open, by timers set into the past, of which Node warns: a service with ten idle consumers never
 * rests. Here it looks only while something waits; whatever else may be sent is sent at once, as ever.
 */
export async function loadKafkaJs(): Promise<typeof KafkaJs> {
  const { default: queue } = (await import(requestQueue)) as { readonly default: { readonly prototype: RequestQueue } };
  queue.prototype.scheduleCheckPendingRequests = scheduleWhileWaiting;
  return import('kafkajs');
}

function scheduleWhileWaiting(this: RequestQueue): void {
  if (this.throttleCheckTimeoutId || this.pending.length === 0) return;
  const throttledMs = this.throttledUntil - Date.now();
  this.throttleCheckTimeoutId = setTimeout(
    () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    },
    throttledMs > 0 ? throttledMs : lookAgainMs,
  );
}
