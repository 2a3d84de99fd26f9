import type { QueryClient } from '@tanstack/react-query';

/** Whose views the office looks at all day. Browsers speak to a host of HTTP/1.1 over six connections at most. */
const services = ['registration', 'training', 'matching'] as const;

/** Whoever has left the desk must not be kept signed in by a page that goes on reading. */
const awayAfterMs = 10 * 60_000;

/** An import changes something hundreds of times; reading anew once a second is enough to look on. */
const gatherMs = 1_000;

const signsOfLife = ['pointerdown', 'keydown', 'scroll', 'focus'] as const;

/**
 * Reads anew what is shown when somebody else has changed something. Listens only while the page is visible and somebody
 * sits in front of it; whoever comes back sees the present state. Returns what ends it.
 */
export function followChanges(client: QueryClient, tenant: string): () => void {
  let sources: readonly EventSource[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const readAnew = () => {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.includes(tenant) });
    }, gatherMs);
  };
  const stop = () => {
    for (const source of sources) source.close();
    sources = [];
  };
  const listen = () => {
    sources = services.map((service) => {
      const source = new EventSource(`/${service}/${tenant}/changes`);
      source.addEventListener('message', readAnew);
      let lost = false;
      source.addEventListener('error', () => (lost = true));
      // The browser connects again by itself; what happened meanwhile nobody has told.
      source.addEventListener('open', () => {
        if (lost) readAnew();
        lost = false;
      });
      return source;
    });
  };
  const seeLife = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') return;
    timer = setTimeout(stop, awayAfterMs);
    if (sources.length > 0) return;
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
