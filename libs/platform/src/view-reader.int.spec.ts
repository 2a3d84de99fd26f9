import { day, TenantScope } from '@lotsennetz/kernel';
import { Commands } from './commands.js';
import { guest, guestList, sign } from './guest-book.js';
import type { RequestContext } from './http/context.js';
import { startForTest, type TestDeployment } from './testing.js';
import { ViewReader } from './view-reader.js';

const guests = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
} as const;
const scope = TenantScope.of('siegen');
const context = { scope } as RequestContext;

describe('reading views', () => {
  let platform: TestDeployment;
  let reader: ViewReader;
  beforeAll(async () => {
    platform = await startForTest([guests]);
    reader = new ViewReader(platform.service('guests'));
  });
  afterAll(() => platform.close());

  const signed = async (id: string): Promise<string> => {
    const command = {
      type: 'GuestSigned',
      happenedOn: day('2015-01-06'),
      data: { name: 'Rosa', town: 'Siegen' },
    } as const;
    const origin = { scope, actor: 'test', key: id };
    const outcome = await new Commands(platform.service('guests')).run(origin, {
      stream: guest,
      id,
      decide: sign,
      command,
    });
    if (outcome.kind !== 'done' || !outcome.position) throw new Error('nothing was recorded');
    return outcome.position;
  };

  it('refuses a position while there is none', async () => {
    await expect(reader.reach('0000000000000001')).rejects.toMatchObject({ status: 400, code: 'invalid-input' });
    await expect(reader.reach(undefined)).resolves.toBeUndefined();
  });
  it('waits until the view shows the write', async () => {
    const after = await signed('a');
    expect(await reader.one(context, guestList, { id: 'a', after })).toEqual({ id: 'a', name: 'Rosa', town: 'Siegen' });
  });
  it.each([['garbage'], ['9999999999999999'], ['1'], ['']])('refuses the position %j', async (after) => {
    await expect(reader.reach(after)).rejects.toMatchObject({ status: 400, code: 'invalid-input' });
  });
  it('knows nothing of other tenants', async () => {
    const elsewhere = { scope: TenantScope.of('kreuztal') } as RequestContext;
    await expect(reader.one(elsewhere, guestList, { id: 'a' })).rejects.toMatchObject({
      status: 404,
      code: 'not-found',
    });
    expect(await reader.list(elsewhere, guestList, {})).toEqual({ items: [], next: null });
  });
});
