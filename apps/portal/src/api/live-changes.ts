import type { QueryClient } from '@tanstack/react-query';
import { hearChanges, type Listener } from './change-stream.js';
import { whilePresent } from './presence.js';

/** An import changes something hundreds of times; reading anew once a second is enough to look on. */
const gatherMs = 1_000;

/**
 * Reads anew what is shown when somebody else has changed something. Listens only while the page is visible and somebody
 * sits in front of it; whoever comes back sees the present state. Returns what ends it.
 */
export function followChanges(client: QueryClient, listener: Listener): () => void {
  const { tenant } = listener;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const readAnew = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(tenant) });
    }, gatherMs);
  };
  let begun = false;
  const stop = whilePresent(() => {
    if (begun) readAnew();
    begun = true;
    return onceRead(client, () => hearChanges(listener, readAnew));
  });
  return () => {
    clearTimeout(gathering);
    stop();
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
