import { Controller, Get, type Type } from '@nestjs/common';
import { startForTest } from '../testing.js';
import { Needs, PlatformPage, Public } from '../access/need.js';

const service = (controller: Type) =>
  ({ name: 'guests', purposes: [], projections: [], published: [], controllers: [controller] }) as const;

@Controller('guests/:tenant')
class Open {
  @Get('undeclared')
  undeclared(): object {
    return {};
  }
}

@Controller('guests/:tenant')
class Declared {
  @Get('office')
  @Needs('coordinator')
  office(): object {
    return {};
  }
  @Get('public')
  @Public()
  anybody(): object {
    return {};
  }
  @Get('page')
  @PlatformPage()
  page(): object {
    return {};
  }
  /** Not a route. */
  helper(): void {
    throw new Error('is never called');
  }
}

describe('routes', () => {
  it('that do not say who may call them stop the start', async () => {
    await expect(startForTest([service(Open)])).rejects.toThrow('Open.undeclared declares neither @Needs');
  });
  it('that say so are served', async () => {
    const platform = await startForTest([service(Declared)]);
    const statusOf = async (path: string) => (await platform.call('GET', `/guests/nowhere/${path}`)).status;
    expect([await statusOf('office'), await statusOf('public'), await statusOf('page')]).toEqual([401, 404, 200]);
    await platform.close();
  });
});
