/** Whose views the office looks at all day. */
const services = ['registration', 'training', 'matching'] as const;

/** Held by the tab that listens. One for all tenants: browsers speak to a host of HTTP/1.1 over six connections at most. */
const lockName = 'lotsennetz.changes';

/** Whoever begins to listen later than this has missed what was told meanwhile. */
const missedAfterMs = 2_000;

/**
 * Calls back whenever something has changed in the tenant; returns what ends it. However many tabs are open, one of them
 * holds the connections and tells the others. When it ends, another one takes over. A tab of another tenant hears
 * nothing until then.
 */
export function hearChanges(tenant: string, onChange: () => void): () => void {
  const ending = new AbortController();
  const channel = new BroadcastChannel(`${lockName}.${tenant}`);
  channel.addEventListener('message', onChange);
  const tell = () => {
    onChange();
    channel.postMessage('changed');
  };
  const asked = Date.now();
  const hold = () => {
    if (Date.now() - asked > missedAfterMs) tell();
    return listen(tenant, tell, ending.signal);
  };
  whenMine(hold, ending.signal);
  return () => {
    ending.abort();
    channel.close();
  };
}

/** Begins once no other tab does it. Without HTTPS browsers have no locks: there each tab listens by itself. */
function whenMine(hold: () => Promise<void>, signal: AbortSignal): void {
  if (!('locks' in navigator)) return void hold();
  navigator.locks.request(lockName, { signal }, hold).catch((error: unknown) => {
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
