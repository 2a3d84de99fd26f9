import { parseEventStoreDbAddress } from './eventstoredb-address.js';

const keepAlive = 'keepAliveTimeout=3000';

it.each([
  ['esdb://localhost:2113?tls=false', `esdb://localhost:2113?${keepAlive}&tls=false`],
  ['esdb://localhost/?tls=false', `esdb://localhost?${keepAlive}&tls=false`],
  ['esdb://localhost/', `esdb://localhost?${keepAlive}`],
  ['kurrentdb://u:p%40@a,b:1,c', `esdb://u:p%40@a,b:1,c?${keepAlive}`],
  ['kurrentdb+discover://events.example.org', `esdb+discover://events.example.org?${keepAlive}`],
  ['esdb+discover://a?keep_alive_timeout=9000', 'esdb+discover://a?keepAliveTimeout=9000'],
  [
    'esdb://a?tls=true&tlsCAFile=/etc/ca.crt&nodePreference=leader',
    `esdb://a?${keepAlive}&tls=true&tlsCAFile=/etc/ca.crt&nodePreference=leader`,
  ],
  ['esdb://a?tls=false&tlsVerifyCert=false&throwOnAppendFailure=false', `esdb://a?${keepAlive}&tls=false`],
  ['esdb://a?tlsverifycert=true', `esdb://a?${keepAlive}`],
])('%s', (address, client) => {
  expect(parseEventStoreDbAddress(address)).toEqual({ client, prefix: '' });
});

it('the prefix is ours, not the client’s', () => {
  expect(parseEventStoreDbAddress('esdb://a?prefix=county.&tls=false')).toEqual({
    client: `esdb://a?${keepAlive}&tls=false`,
    prefix: 'county.',
  });
});

it.each([
  ['http://localhost:2113', 'looks like'],
  ['esdb:', 'looks like'],
  ['esdb:///', 'looks like'],
  ['esdb://?tls=false', 'looks like'],
  ['esdb://a?tsl=false', "no 'tsl'"],
  ['esdb://a?prefix=$county', 'prefix'],
  ['esdb://a?tlsVerifyCert=false', 'tlsCAFile'],
])('refuses %s', (address, part) => {
  expect(() => parseEventStoreDbAddress(address)).toThrow(RangeError);
  expect(() => parseEventStoreDbAddress(address)).toThrow(part);
});

it('never tells the password', () => {
  for (const address of ['esdb://user:geheim@a?x=1', 'esdb://user:?geheim@a', 'esbd://user:geheim@a'])
    expect(() => parseEventStoreDbAddress(address)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('geheim') }),
    );
});
