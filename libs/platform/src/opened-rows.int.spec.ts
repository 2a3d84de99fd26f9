import { day, TenantScope } from '@lotsennetz/kernel';
import { Commands } from './commands.js';
import { readConfig } from './config.js';
import { correct, guest, guestList, sign } from './guest-book.js';
import { openSharedPorts } from './open-ports.js';
import { OpenedRows, searchable } from './opened-rows.js';
import { startForTest, type TestDeployment } from './testing.js';
import { ViewReader } from './view-reader.js';

const definition = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
} as const;
const siegen = TenantScope.of('siegen');
const on = day('2015-01-06');

describe('rows opened in memory', () => {
  let platform: TestDeployment;
  let opened: OpenedRows;
  let commands: Commands;
  let keys = 0;

  beforeEach(async () => {
    platform = await startForTest([definition]);
    const runtime = platform.service('guests');
    opened = new OpenedRows(runtime, new ViewReader(runtime));
    commands = new Commands(runtime);
  });
  afterEach(() => platform.close());

  const origin = () => ({ scope: siegen, actor: 'test', key: String((keys += 1)) });
  async function signed(id: string, name: string): Promise<void> {
    const command = { type: 'GuestSigned', happenedOn: on, data: { name, town: 'Siegen' } } as const;
    await commands.run(origin(), { stream: guest, id, decide: sign, command });
    await platform.settled();
  }
  async function renamed(id: string, name: string): Promise<void> {
    const command = { type: 'NameCorrected', happenedOn: on, data: { name } } as const;
    await commands.run(origin(), { stream: guest, id, decide: correct, command });
    await platform.settled();
  }
  const names = async (scope = siegen) =>
    [...(await opened.of(scope, guestList)).values()].map((row) => row.name).sort();

  it('are opened', async () => {
    await signed('a', 'Rosa');
    expect(await names()).toEqual(['Rosa']);
  });
  it('follow what is recorded later', async () => {
    await signed('a', 'Rosa');
    expect(await names()).toEqual(['Rosa']);
    await signed('b', 'Walid');
    await renamed('a', 'Rosamunde');
    expect(await names()).toEqual(['Rosamunde', 'Walid']);
  });
  it('are new for every reader, also for one that comes while another opens them', async () => {
    await signed('a', 'Rosa');
    await names();
    await renamed('a', 'Rosamunde');
    expect(await Promise.all([names(), names(), names()])).toEqual([['Rosamunde'], ['Rosamunde'], ['Rosamunde']]);
  });
  it('are a tenant’s own', async () => {
    await signed('a', 'Rosa');
    expect(await names(TenantScope.of('kreuztal'))).toEqual([]);
  });
  it('read as Erased when the person was forgotten', async () => {
    await signed('a', 'Rosa');
    await platform.service('guests').keys.forget(siegen, 'a');
    expect(await names()).toEqual([{ erased: true }]);
  });
  it('forget at once whom they had opened, also when another process forgets', async () => {
    await signed('a', 'Rosa');
    await signed('b', 'Walid');
    expect(await names()).toEqual(['Rosa', 'Walid']);
    await platform.service('guests').keys.forget(siegen, 'a');
    expect(await names()).toEqual(['Walid', { erased: true }]);
    const other = openSharedPorts(
      readConfig({ LOTSENNETZ_DATA: platform.folder, LOTSENNETZ_KEYRING: platform.keyring }),
    );
    await other.keys.forget(siegen, 'b');
    await Promise.all([other.bus.close(), other.keys.close()]);
    expect(await names()).toEqual([{ erased: true }, { erased: true }]);
  });
  it('never show whom somebody forgets while they are being opened', async () => {
    await signed('a', 'Rosa');
    const runtime = platform.service('guests');
    class ForgetsMeanwhile extends ViewReader {
      override async *all(...parameters: Parameters<ViewReader['all']>): AsyncGenerator<never> {
        yield* super.all(...parameters) as AsyncGenerator<never>;
        await runtime.keys.forget(siegen, 'a');
      }
    }
    const rows = await new OpenedRows(runtime, new ForgetsMeanwhile(runtime)).of(siegen, guestList);
    expect(rows.get('a')?.name).toEqual({ erased: true });
  });
  it('are opened again after an opening that failed', async () => {
    await signed('a', 'Rosa');
    const runtime = platform.service('guests');
    let failures = 1;
    class FailsOnce extends ViewReader {
      override all(...parameters: Parameters<ViewReader['all']>): AsyncGenerator<never> {
        if (failures-- > 0) throw new Error('down');
        return super.all(...parameters) as AsyncGenerator<never>;
      }
    }
    const fragile = new OpenedRows(runtime, new FailsOnce(runtime));
    await expect(fragile.of(siegen, guestList)).rejects.toThrow('down');
    expect((await fragile.of(siegen, guestList)).size).toBe(1);
  });
});

describe('comparable text', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['Weiß', 'weiss'],
    ['Øvergård', 'overgard'],
    ['Łucja', 'lucja'],
    ['İlkay Işık', 'ilkay isik'],
    ['أحمد', 'احمد'],
    ['Ковале́нко', 'коваленко'],
  ])('of %s is %s', (text, expected) => {
    expect(searchable(text)).toBe(expected);
  });
  it('of what is erased or missing is empty', () => {
    expect([searchable({ erased: true }), searchable(undefined)]).toEqual(['', '']);
  });
});
