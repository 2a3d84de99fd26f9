const ourSchemes = /^kurrentdb(?=\+discover:|:)/;

/**
 * Keepalive finds a server that vanished without a word; the client's own default of ten more seconds to answer
 * is long for a machine in the same data centre.
 */
const keepAliveTimeoutMs = 3_000;

/**
 * The address as the client takes it: EventStoreDB's successor is reached the same way under its new name. TLS,
 * certificates, credentials and the choice of nodes are the client's own parameters and stay as they are.
 */
export function clientAddress(url: string): string {
  const address = url.replace(ourSchemes, 'esdb');
  if (/[?&]keepAliveTimeout=/i.test(address)) return address;
  return `${address}${address.includes('?') ? '&' : '?'}keepAliveTimeout=${keepAliveTimeoutMs}`;
}
