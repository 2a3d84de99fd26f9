import type { QueryClient } from '@tanstack/react-query';
import { hearChanges, type Listener } from './change-stream.js';

/** Whoever has left the desk must not be kept signed in by a page that goes on reading. */
const awayAfterMs = 10 * 60_000;

/** An import changes something hundreds of times; reading anew once a second is enough to look on. */
const gatherMs = 1_000;

const signsOfLife = ['pointerdown', 'keydown', 'scroll', 'focus'] as const;

/**
 * Reads anew what is shown when somebody else has changed something. Listens only while the page is visible and somebody
 * sits in front of it; whoever comes back sees the present state. Returns what ends it.
 */
export function followChanges(client: QueryClient, listener: Listener): () => void {
  const { tenant } = listener;
  let stopHearing: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const readAnew = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(tenant) });
    }, gatherMs);
  };
  const listen = () => (stopHearing ??= onceRead(client, () => hearChanges(listener, readAnew)));
  const stop = () => {
    stopHearing?.();
    stopHearing = undefined;
  };
  const seeLife = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    timer = setTimeout(stop, awayAfterMs);
    if (stopHearing) return;
    listen();
    readAnew();
  };
  const seeVisibility = () => (document.visibilityState === 'hidden' ? stop() : seeLife());
  for (const sign of signsOfLife) globalThis.addEventListener(sign, seeLife, { passive: true });
  document.addEventListener('visibilitychange', seeVisibility);
  timer = setTimeout(stop, awayAfterMs);
  if (document.visibilityState === 'visible') listen();
  return () => {
    clearTimeout(timer);
    clearTimeout(gathering);
    stop();
    for (const sign of signsOfLife) globalThis.removeEventListener(sign, seeLife);
    document.removeEventListener('visibilitychange', seeVisibility);
  };
}

/**
 * Begins when nothing is being read: connections that stay open would keep the page's own requests waiting. Returns what
 * ends it, begun or not.
 */
function onceRead(client: QueryClient, begin: () => () => void): () => void {
  let end: (() => void) | undefined;
  const look = () => {
    if (client.isFetching() > 0) return;
    stopLooking();
    end ??= begin();
  };
  const stopLooking = client.getQueryCache().subscribe(look);
  look();
  return () => {
    stopLooking();
    end?.();
  };
}
