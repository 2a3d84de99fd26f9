/** What the address of an EventStoreDB or KurrentDB says. */
export interface EventStoreDbAddress {
  /** Hosts, TLS, certificates and credentials, as the client takes them. */
  readonly client: string;
  /** Put before the names of streams, for servers shared with others. */
  readonly prefix: string;
}

/** Everything before the parameters; it may name several hosts, so it is no URL by the standard. */
const shape = /^(?:esdb|kurrentdb)(\+discover)?:\/\/([^?]*[^?/])\/*(?:\?(.*))?$/;

/** The client's own, which it knows in any case and with dashes: https://docs.kurrent.io/clients/node/ */
const forClient = [
  'tls',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'connectionName',
  'nodePreference',
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'defaultDeadline',
] as const;

/** Answered here. The adapter relies on conflicts being thrown, so throwOnAppendFailure is dropped whatever it says. */
const forUs = ['prefix', 'tlsVerifyCert', 'throwOnAppendFailure'] as const;

/**
 * Keepalive finds a server that vanished without a word; the client's own default of ten more seconds to answer
 * is long for a machine in the same data centre.
 */
const keepAliveTimeoutMs = 3_000;

/**
 * Reads `esdb://user:password@host:2113,host2:2113?tls=true&tlsCAFile=/ca.crt&prefix=county.`, `esdb+discover://` and the
 * same under `kurrentdb`. User and password are percent-encoded. Messages of errors never hold the password, which the
 * client prints along with a parameter that it does not know.
 * @throws RangeError naming the part that cannot be used.
 */
export function parseEventStoreDbAddress(address: string): EventStoreDbAddress {
  const [, discover = '', authority = '', query = ''] = shape.exec(address.trim()) ?? [];
  if (!authority)
    throw new RangeError(
      'the address of an event store looks like esdb://user:password@host:2113, or esdb+discover://',
    );
  const parameters = new Map(query.split('&').filter(Boolean).map(parameter));
  const prefix = prefixOf(parameters.get('prefix') ?? '');
  refuseUnverified(parameters);
  const passedOn = new Map([['keepAliveTimeout', String(keepAliveTimeoutMs)], ...parameters]);
  for (const name of forUs) passedOn.delete(name);
  const text = [...passedOn].map(([name, value]) => `${name}=${value}`).join('&');
  return { client: `esdb${discover}://${authority}?${text}`, prefix };
}

/** Name and value, still percent-encoded. */
function parameter(text: string): readonly [string, string] {
  const [written = '', ...value] = text.split('=');
  const name = [...forClient, ...forUs].find((each) => flat(each) === flat(written));
  if (!name) {
    const named = /^[\w-]+$/.test(written) ? `'${written}'` : 'such parameter';
    throw new RangeError(
      `the address of an event store has no ${named}; known: ${[...forClient, 'prefix'].join(', ')}`,
    );
  }
  return [name, value.join('=')];
}

function prefixOf(prefix: string): string {
  // Names that begin with a dollar sign are the server's own.
  if (!/^[A-Za-z0-9._-]{0,100}$/.test(prefix))
    throw new RangeError("an event store's prefix has letters, digits and . _ - only");
  return prefix;
}

/** The client verifies certificates whatever it is told; without TLS there is none. */
function refuseUnverified(parameters: ReadonlyMap<string, string>): void {
  if (parameters.get('tlsVerifyCert') === 'false' && parameters.get('tls') !== 'false')
    throw new RangeError(
      "certificates are always verified: instead of tlsVerifyCert=false, name the server's tlsCAFile",
    );
}

const flat = (name: string) => name.trim().toLowerCase().replaceAll(/[_-]/g, '');
