import { Controller, Get, Req } from '@nestjs/common';
import { PlatformPage } from './access/need.js';
import { startForTest } from './testing.js';

@Controller()
class WhoAsks {
  @Get('ip')
  @PlatformPage()
  ip(@Req() { ip }: { readonly ip: string }): object {
    return { ip };
  }
}

describe('a proxy in front of a service', () => {
  const asked = async (trusted: string) => {
    const service = { name: 'asked', purposes: [], projections: [], published: [], controllers: [WhoAsks] };
    const platform = await startForTest([service], { settings: { LOTSENNETZ_TRUSTED_PROXIES: trusted } });
    const { body } = await platform.call('GET', '/ip', { headers: { 'x-forwarded-for': '198.51.100.7' } });
    await platform.close();
    return body as object;
  };

  it.each(['', 'loopback', '192.0.2.0/24,127.0.0.1'])('is believed who asks when %j is trusted', async (trusted) => {
    expect(await asked(trusted)).toEqual({ ip: '198.51.100.7' });
  });
  it('is not believed when others are trusted', async () => {
    expect(await asked('192.0.2.0/24')).toEqual({ ip: '127.0.0.1' });
  });
});
