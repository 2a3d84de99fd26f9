/** What an address of a Kafka cluster says. */
export interface KafkaAddress {
  readonly brokers: readonly string[];
  readonly ssl: boolean;
  readonly sasl?: Sasl;
  /** For topics that are created; existing ones stay as they are. */
  readonly topics: TopicSettings;
  /** Put before topics and groups, for clusters shared with others. */
  readonly prefix: string;
  /** A consumer that is silent for longer loses its partitions to the others of its group. */
  readonly sessionTimeoutMs: number;
}

export interface Sasl {
  readonly mechanism: SaslMechanism;
  readonly username: string;
  readonly password: string;
}

export interface TopicSettings {
  readonly partitions: number;
  /** Copies of each partition; -1 leaves it to the cluster. */
  readonly replication: number;
  readonly retentionHours: number;
}

type SaslMechanism = (typeof saslMechanisms)[number];

const saslMechanisms = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** Contract events carry sealed personal data; what is forgotten must not lie in topics for longer than a week. */
const longestRetentionHours = 7 * 24;

const known = ['ssl', 'sasl', 'partitions', 'replication', 'retentionHours', 'prefix', 'sessionSeconds'] as const;

/**
 * Reads `kafka://user:password@host:9092,host2:9092?ssl=true&sasl=scram-sha-512&partitions=6&replication=3`
 * `&retentionHours=168&prefix=lotsen.&sessionSeconds=30`. User and password are percent-encoded. Messages of errors
 * never hold the password.
 * @throws RangeError naming the part that cannot be used.
 */
export function parseKafkaAddress(address: string): KafkaAddress {
  // Not a URL by the standard: it may name several hosts.
  const parts = /^kafka:\/\/(?:([^:@/?]*):([^@/?]*)@)?([^@/?]+)\/?(?:\?(.*))?$/.exec(address);
  if (!parts) throw new RangeError('a Kafka address looks like kafka://host:9092,host2:9092?partitions=6');
  const [, user, password, hosts = '', query = ''] = parts;
  const parameters = new URLSearchParams(query);
  for (const name of parameters.keys())
    if (!known.some((each) => each === name))
      throw new RangeError(`a Kafka address has no '${name}'; known: ${known.join(', ')}`);
  return {
    brokers: hosts.split(',').map(broker),
    ssl: truth(parameters, 'ssl'),
    ...saslOf(parameters, user, password),
    topics: {
      partitions: whole(parameters, 'partitions', { fallback: 3, from: 1, to: 1_000 }),
      replication: whole(parameters, 'replication', { fallback: -1, from: 1, to: 10 }),
      retentionHours: whole(parameters, 'retentionHours', {
        fallback: longestRetentionHours,
        from: 1,
        to: longestRetentionHours,
      }),
    },
    prefix: prefixOf(parameters),
    sessionTimeoutMs: 1_000 * whole(parameters, 'sessionSeconds', { fallback: 30, from: 6, to: 300 }),
  };
}

function broker(host: string): string {
  const [, name = '', port = '9092'] = /^(\[[0-9a-f:]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?$/.exec(host) ?? [];
  if (!name || Number(port) > 65_535)
    throw new RangeError('a Kafka address needs hosts such as kafka1:9092,kafka2:9092');
  return `${name}:${port}`;
}

function truth(parameters: URLSearchParams, name: string): boolean {
  const value = parameters.get(name) ?? 'false';
  if (value !== 'true' && value !== 'false') throw new RangeError(`Kafka's ${name} is true or false`);
  return value === 'true';
}

interface Range {
  readonly fallback: number;
  readonly from: number;
  readonly to: number;
}

function whole(parameters: URLSearchParams, name: string, { fallback, from, to }: Range): number {
  const text = parameters.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < from || value > to)
    throw new RangeError(`Kafka's ${name} is a whole number from ${from} to ${to}`);
  return value;
}

function prefixOf(parameters: URLSearchParams): string {
  const prefix = parameters.get('prefix') ?? '';
  if (!/^[A-Za-z0-9._-]{0,100}$/.test(prefix))
    throw new RangeError("Kafka's prefix has letters, digits and . _ - only");
  return prefix;
}

function saslOf(parameters: URLSearchParams, user = '', password = ''): { readonly sasl?: Sasl } {
  const name = parameters.get('sasl');
  const mechanism = saslMechanisms.find((each) => each === name);
  if (name !== null && !mechanism) throw new RangeError(`Kafka's sasl is one of ${saslMechanisms.join(', ')}`);
  if (Boolean(mechanism) !== Boolean(user && password))
    throw new RangeError('a Kafka address has user, password and sasl, or none of them');
  if (!mechanism) return {};
  return { sasl: { mechanism, username: decodeURIComponent(user), password: decodeURIComponent(password) } };
}
