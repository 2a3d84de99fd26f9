/** Whose views the office looks at all day. */
const services = ['registration', 'training', 'matching'] as const;

/** Who listens to what. A tab that somebody else has left behind in this browser must not listen for them. */
export interface Listener {
  readonly tenant: string;
  readonly person: string;
}

const name = 'lotsennetz.changes';

/** Whoever begins to listen later than this has missed what was told meanwhile. */
const missedAfterMs = 2_000;

/** How often a tenant is read anew for which there are no connections. */
const askEveryMs = 10_000;

/**
 * Calls back whenever something may have changed in the tenant; returns what ends it. However many tabs are open, one of
 * each tenant and person follows the changes and tells the others. When it ends, another one takes over.
 */
export function hearChanges({ tenant, person }: Listener, onChange: () => void): () => void {
  const ending = new AbortController();
  const mine = `${name}.${tenant}.${person}`;
  const channel = new BroadcastChannel(mine);
  channel.addEventListener('message', onChange);
  const tell = () => {
    onChange();
    channel.postMessage('changed');
  };
  const asked = Date.now();
  const hold = () => {
    if (Date.now() - asked > missedAfterMs) tell();
    return follow(tenant, tell, ending.signal);
  };
  void whenFree(mine, hold, ending.signal);
  return () => {
    ending.abort();
    channel.close();
  };
}

/**
 * Over HTTP/1.1 browsers speak to a host over six connections at most, and listening takes three: there one tenant is
 * listened to and the others are read anew now and then, so that some connections are left to work with.
 */
async function follow(tenant: string, tell: () => void, signal: AbortSignal): Promise<void> {
  if (sharesConnections()) return listen(tenant, tell, signal);
  const asking = setInterval(tell, askEveryMs);
  const stopAsking = () => clearInterval(asking);
  signal.addEventListener('abort', stopAsking);
  await whenFree(
    name,
    () => {
      stopAsking();
      return listen(tenant, tell, signal);
    },
    signal,
  );
}

/** Whether any number of streams share a connection: HTTP/2 and 3. */
function sharesConnections(): boolean {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return page !== undefined && /^h[23]/.test(page.nextHopProtocol);
}

/** Begins once no other tab holds this. Without HTTPS browsers have no locks: there each tab is alone. */
async function whenFree(lock: string, hold: () => Promise<void>, signal: AbortSignal): Promise<void> {
  if (!('locks' in navigator)) return hold();
  await navigator.locks.request(lock, { signal }, hold).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}

/** Listens to all services until the signal ends it. */
function listen(tenant: string, tell: () => void, signal: AbortSignal): Promise<void> {
  const sources = services.map((service) => sourceOf(`/${service}/${tenant}/changes`, tell));
  return new Promise((done) => {
    signal.addEventListener('abort', () => {
      for (const source of sources) source.close();
      done();
    });
  });
}

function sourceOf(path: string, tell: () => void): EventSource {
  const source = new EventSource(path);
  source.addEventListener('message', tell);
  let lost = false;
  source.addEventListener('error', () => (lost = true));
  // The browser connects again by itself; what happened meanwhile nobody has told.
  source.addEventListener('open', () => {
    if (lost) tell();
    lost = false;
  });
  return source;
}
