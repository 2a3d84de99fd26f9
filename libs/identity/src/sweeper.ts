import { pause } from '@lotsennetz/kernel';

const sweepEveryMs = 10 * 60_000;

/** Runs sweeps now and every ten minutes until it is closed. Each answers how much it deleted, and goes on while there is more. */
export function keepSweeping(
  sweeps: readonly (() => Promise<number>)[],
  warn: (notice: string) => void,
): { close(): Promise<void> } {
  const stop = new AbortController();
  const loop = async () => {
    while (!stop.signal.aborted) {
      try {
        for (const sweep of sweeps) while ((await sweep()) > 0);
      } catch {
        warn('what is over could not be swept; trying again later');
      }
      await pause(sweepEveryMs, stop.signal);
    }
  };
  const running = loop();
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}
