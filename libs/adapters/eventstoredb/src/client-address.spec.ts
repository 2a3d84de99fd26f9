import { clientAddress } from './client-address.js';

describe('the address for the client', () => {
  it.each([
    ['esdb://localhost:2113?tls=false', 'esdb://localhost:2113?tls=false&keepAliveTimeout=3000'],
    ['kurrentdb://u:p@a,b,c', 'esdb://u:p@a,b,c?keepAliveTimeout=3000'],
    ['kurrentdb+discover://events.example.org', 'esdb+discover://events.example.org?keepAliveTimeout=3000'],
    ['esdb+discover://a?keepAliveTimeout=9000', 'esdb+discover://a?keepAliveTimeout=9000'],
    ['esdb://a?nodePreference=leader&keepalivetimeout=1', 'esdb://a?nodePreference=leader&keepalivetimeout=1'],
  ])('%s', (url, address) => {
    expect(clientAddress(url)).toBe(address);
  });
});
