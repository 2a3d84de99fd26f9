/** Whoever has left the desk must not be kept signed in by a page that goes on reading. */
const awayAfterMs = 10 * 60_000;

const signsOfLife = ['pointerdown', 'keydown', 'scroll', 'focus'] as const;

/**
 * Begins while the page is visible and somebody sits in front of it, and again whenever somebody comes back; what
 * `begin` returns ends it when they leave. Returns what ends it for good.
 */
export function whilePresent(begin: () => () => void): () => void {
  let end: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    end?.();
    end = undefined;
  };
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      stop();
      return;
    }
    timer = setTimeout(stop, awayAfterMs);
    end ??= begin();
  };
  for (const sign of signsOfLife) globalThis.addEventListener(sign, look, { passive: true });
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    clearTimeout(timer);
    stop();
    for (const sign of signsOfLife) globalThis.removeEventListener(sign, look);
    document.removeEventListener('visibilitychange', look);
  };
}
