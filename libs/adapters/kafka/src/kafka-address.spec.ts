import { parseKafkaAddress } from './kafka-address.js';

it('reads everything an address may say', () => {
  const address =
    'kafka://lotsen:p%40ss@kafka1:9093,kafka2.example.org,[::1]:9094?ssl=true&sasl=scram-sha-512&partitions=6' +
    '&replication=3&retentionHours=24&prefix=lotsen.&sessionSeconds=10';
  expect(parseKafkaAddress(address)).toEqual({
    brokers: ['kafka1:9093', 'kafka2.example.org:9092', '[::1]:9094'],
    ssl: true,
    sasl: { mechanism: 'scram-sha-512', username: 'lotsen', password: 'p@ss' },
    topics: { partitions: 6, replication: 3, retentionHours: 24 },
    prefix: 'lotsen.',
    sessionTimeoutMs: 10_000,
  });
});

it('has a default for everything but the host', () => {
  expect(parseKafkaAddress('kafka://localhost')).toEqual({
    brokers: ['localhost:9092'],
    ssl: false,
    topics: { partitions: 3, replication: -1, retentionHours: 168 },
    prefix: '',
    sessionTimeoutMs: 30_000,
  });
});

it.each([
  ['kafka:', 'looks like'],
  ['kafka://', 'looks like'],
  ['kafka://a b', 'hosts'],
  ['kafka://a:99999', 'hosts'],
  ['kafka://a,', 'hosts'],
  ['kafka://a?partition=3', "no 'partition'"],
  ['kafka://a?partitions=0', 'partitions'],
  ['kafka://a?partitions=', 'partitions'],
  ['kafka://a?replication=1.5', 'replication'],
  ['kafka://a?retentionHours=169', 'retentionHours'],
  ['kafka://a?ssl=yes', 'ssl'],
  ['kafka://u:p@a?sasl=gssapi', 'sasl'],
  ['kafka://u:p@a', 'user, password and sasl'],
  ['kafka://a?sasl=plain', 'user, password and sasl'],
  ['kafka://a?prefix=a/b', 'prefix'],
  ['kafka://a?sessionSeconds=5', 'sessionSeconds'],
])('refuses %s', (address, part) => {
  expect(() => parseKafkaAddress(address)).toThrow(RangeError);
  expect(() => parseKafkaAddress(address)).toThrow(part);
});

it('never tells the password', () => {
  for (const rest of ['a b', 'a?sasl=none', 'a?x=1', 'a?partitions=none'])
    expect(() => parseKafkaAddress(`kafka://user:geheim@${rest}`)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('geheim') }),
    );
});
