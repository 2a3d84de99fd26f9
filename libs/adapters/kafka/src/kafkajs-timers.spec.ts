import { loadKafkaJs, type RequestQueue } from './kafkajs-timers.js';

describe("the queue of kafkajs's connections", () => {
  const queueWith = async (pending: readonly unknown[], throttledUntil: number) => {
    await loadKafkaJs();
    const path = 'kafkajs/src/network/requestQueue/index.js';
    const { default: queue } = (await import(path)) as { readonly default: { readonly prototype: RequestQueue } };
    const looks: number[] = [];
    const each = { throttledUntil, pending, throttleCheckTimeoutId: null, checkPendingRequests: () => looks.push(1) };
    const made = Object.assign(Object.create(queue.prototype) as RequestQueue, each);
    made.scheduleCheckPendingRequests();
    return { made, looks };
  };

  it('rests while nothing waits', async () => {
    expect((await queueWith([], -1)).made.throttleCheckTimeoutId).toBeNull();
  });

  it('looks again soon while something waits, or when the broker takes more', async () => {
    for (const throttledUntil of [-1, Date.now() + 30]) {
      const { made, looks } = await queueWith([{}], throttledUntil);
      const timer = made.throttleCheckTimeoutId;
      made.scheduleCheckPendingRequests();
      expect(made.throttleCheckTimeoutId).toBe(timer);
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect({ looks: looks.length, timer: made.throttleCheckTimeoutId }).toEqual({ looks: 1, timer: null });
    }
  });
});
