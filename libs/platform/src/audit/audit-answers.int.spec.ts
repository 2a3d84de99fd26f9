import { rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { day, TenantScope } from '@lotsennetz/kernel';
import { Controller, Get, Post, Query } from '@nestjs/common';
import { Public } from '../access/need.js';
import { accessStream } from '../access/access.stream.js';
import { Commands } from '../commands.js';
import { guest, guestList, sign } from '../guest-book.js';
import { Context, type RequestContext } from '../http/context.js';
import { PathId } from '../http/path-id.js';
import { OpenedRows } from '../opened-rows.js';
import { startForTest, type TestDeployment } from '../testing.js';
import { ViewReader } from '../view-reader.js';
import { segmentsIn } from './chain-files.js';

@Controller('guests/:tenant')
class GuestsHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly opened: OpenedRows,
  ) {}

  @Get('guests')
  @Public()
  async search(@Context() { scope }: RequestContext, @Query('q') q: string): Promise<object> {
    const rows = [...(await this.opened.of(scope, guestList)).values()];
    return { items: rows.filter(({ name }) => name === q).map(({ name }) => ({ name })) };
  }

  @Get('guests/:id')
  @Public()
  one(@Context() context: RequestContext, @PathId() id: string): Promise<object> {
    return this.reader.one(context, guestList, { id });
  }

  @Get('towns')
  @Public()
  towns(@Context() context: RequestContext): Promise<object | undefined> {
    return this.reader.find(context, guestList, rosa);
  }

  @Post('letters/:id')
  @Public()
  async letter(@Context() context: RequestContext, @PathId() id: string): Promise<object> {
    await this.reader.one(context, guestList, { id });
    return { written: true };
  }
}

const definition = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [GuestsHttp],
} as const;
const rosa = '01890000-0000-7000-8000-000000000001';
const walid = '01890000-0000-7000-8000-000000000002';

describe('answers that show personal data', () => {
  let platform: TestDeployment;
  beforeEach(async () => {
    platform = await startForTest([definition]);
    const commands = new Commands(platform.service('guests'));
    const origin = (key: string) => ({ scope: TenantScope.of('siegen'), actor: 'test', key });
    const happenedOn = day('2015-01-06');
    await commands.run(origin('tenant'), {
      ...{ stream: accessStream('guests'), id: 'siegen' },
      command: {
        ...({ type: 'TenantLearnt', happenedOn } as const),
        data: { name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const,
      },
      decide: (command) => [command],
    });
    for (const [id, name] of [
      [rosa, 'Rosa'],
      [walid, 'Walid'],
    ] as const)
      await commands.run(origin(id), {
        ...{ stream: guest, id, decide: sign },
        command: { type: 'GuestSigned', happenedOn, data: { name, town: 'Siegen' } },
      });
    await platform.settled();
  });
  afterEach(() => platform.close());

  const folder = () => join(platform.folder, 'audit');
  async function records(): Promise<readonly Record<string, unknown>[]> {
    const [segment] = segmentsIn(folder());
    if (!segment) return [];
    const lines = (await readFile(segment.path, 'utf8')).trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  it('are recorded: who, by which route, why, and about whom', async () => {
    await platform.call('GET', `/guests/siegen/guests/${rosa}`, { headers: { 'x-purpose': 'complaint' } });
    expect(await records()).toMatchObject([
      {
        ...{ kind: 'read', tenant: 'siegen', actor: 'public', roles: [], relation: 'public', method: 'GET' },
        ...{ route: '/guests/:tenant/guests/:id', purpose: 'complaint', subjects: { [rosa]: ['name'] } },
      },
    ]);
  });
  it('a search is recorded with those it found, not with all it went through', async () => {
    const { body } = await platform.call('GET', '/guests/siegen/guests?q=Walid');
    expect(body).toEqual({ items: [{ name: 'Walid' }] });
    expect(await records()).toMatchObject([{ purpose: 'public', subjects: { [walid]: ['name'] } }]);
  });
  it('a search that found nobody is not recorded, nor is a sealed row', async () => {
    await platform.call('GET', '/guests/siegen/guests?q=Nobody');
    await platform.call('GET', '/guests/siegen/towns');
    expect(await records()).toEqual([]);
  });
  it('a write that answers nothing personal is not recorded', async () => {
    await platform.call('POST', `/guests/siegen/letters/${rosa}`, { body: {} });
    expect(await records()).toEqual([]);
  });
  it('no name stands in a record', async () => {
    await platform.call('GET', '/guests/siegen/guests?q=Walid');
    expect(JSON.stringify(await records())).not.toContain('Walid');
  });
  it('a purpose that is none is not taken down', async () => {
    await platform.call('GET', `/guests/siegen/guests/${rosa}`, { headers: { 'x-purpose': 'because of Rosa' } });
    expect(await records()).toMatchObject([{ purpose: 'public' }]);
  });
  it('is not shown when it cannot be recorded', async () => {
    await platform.restart();
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), 'no folder');
    const { status, body } = await platform.call('GET', `/guests/siegen/guests/${rosa}`);
    expect([status, body.code]).toEqual([503, 'unavailable']);
    expect(JSON.stringify(body)).not.toContain('Rosa');
    rmSync(folder());
    expect((await platform.call('GET', `/guests/siegen/guests/${rosa}`)).status).toBe(200);
  });
});
