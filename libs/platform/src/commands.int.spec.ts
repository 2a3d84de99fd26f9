import { day, TenantScope, type ContractEvent } from '@lotsennetz/kernel';
import { recordedEvents } from '@lotsennetz/testing';
import { HttpStatus } from '@nestjs/common';
import { Commands, changed, created } from './commands.js';
import type { RequestContext } from './http/context.js';
import { correct, guest, guestList, sign } from './guest-book.js';
import { startForTest, type TestDeployment } from './testing.js';

const guests = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
} as const;
const scope = TenantScope.of('siegen');
const on = day('2015-01-06');
const signing = { type: 'GuestSigned', happenedOn: on, data: { name: 'Rosa', town: 'Siegen' } } as const;
const naming = (name: string) => ({ type: 'NameCorrected', happenedOn: on, data: { name } }) as const;
const statuses = { 'unknown-guest': HttpStatus.NOT_FOUND } as const;

describe('commands', () => {
  let platform: TestDeployment;
  let commands: Commands;
  let made = 0;
  const newId = () => `guest-${(made += 1)}`;

  beforeAll(async () => {
    platform = await startForTest([guests]);
    commands = new Commands(platform.service('guests'));
  });
  afterAll(() => platform.close());

  const revisions = async (id: string) =>
    (await platform.service('guests').eventStore.readStream(guest.name(scope, id))).length;
  const context = (more: Partial<RequestContext> = {}) =>
    ({ scope, actor: 'token:t', relation: 'member', correlationId: 'c', ...more }) as unknown as RequestContext;
  const contract = (): ContractEvent => {
    const [event] = recordedEvents(guest, { id: newId() }, signing);
    return { ...event!, tenant: scope.tenant, correlationId: 'c' };
  };

  it('for one stream that come at once all succeed, however many', async () => {
    const id = newId();
    await commands.run({ scope, actor: 'test', key: id }, { stream: guest, id, decide: sign, command: signing });
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        commands.run(
          { scope, actor: 'test', key: `${id}/${index}` },
          { stream: guest, id, decide: correct, command: naming(`R${index}`) },
        ),
      ),
    );
    expect(outcomes.map((outcome) => outcome.kind === 'done' && outcome.revision)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
  });

  it('of a reaction act once for an event that comes twice', async () => {
    const [event, id] = [contract(), newId()];
    const task = { stream: guest, id, decide: correct, command: naming('Ines') };
    await commands.react(event, 'guests.when-x-then-sign', {
      stream: guest,
      id,
      decide: sign,
      command: signing,
      part: 's',
    });
    for (const _ of [1, 2]) await commands.react(event, 'guests.when-x-then-y', task);
    expect(await revisions(id)).toBe(2);
  });

  it('of a reaction act for each part, each reaction and each event', async () => {
    const [event, id] = [contract(), newId()];
    await commands.run({ scope, actor: 'test', key: id }, { stream: guest, id, decide: sign, command: signing });
    const task = { stream: guest, id, decide: correct, command: naming('Ines') };
    await commands.react(event, 'guests.a', task);
    await commands.react(event, 'guests.a', { ...task, part: '2' });
    await commands.react(event, 'guests.b', task);
    await commands.react(contract(), 'guests.a', task);
    expect(await revisions(id)).toBe(5);
  });

  it('of a request answer 201 first, like the first time when repeated, and 200 where nothing was left to do', async () => {
    const id = newId();
    const task = { stream: guest, id, decide: sign, command: signing };
    const keyed = context({ commandId: `command-${id}` as never, fingerprint: 'f' });
    const first = created(id, await commands.send(keyed, task, {}));
    const again = created(id, await commands.send(keyed, task, {}));
    const other = created(id, await commands.send(context(), task, {}));
    expect([first.status, again.status, other.status]).toEqual([201, 201, 200]);
    expect(again.body).toEqual(first.body);
    await commands.send(context(), { stream: guest, id, decide: correct, command: naming('Ines') }, statuses);
    expect(created(id, await commands.send(keyed, task, {})).body).toEqual(first.body);
    expect(first.body).toEqual({ id, revision: 0, position: expect.any(String) });
    expect(changed(id, await commands.send(context(), task, {})).status).toBe(200);
  });

  it('of a request are refused with the status of the refusal', async () => {
    const task = { stream: guest, id: newId(), decide: correct, command: naming('Ines') };
    await expect(commands.send(context(), task, statuses)).rejects.toMatchObject({
      status: 404,
      code: 'not-found',
      extra: { refused: 'unknown-guest' },
    });
    for (const relation of ['self', 'public', 'oversight'] as const)
      await expect(commands.send(context({ relation }), task, statuses)).rejects.toMatchObject({
        status: 404,
        extra: {},
      });
  });

  it('of a request are refused on another revision, and under a key used before', async () => {
    const id = newId();
    const keyed = context({ commandId: `command-${id}` as never, fingerprint: 'f' });
    await commands.send(keyed, { stream: guest, id, decide: sign, command: signing }, {});
    const task = { stream: guest, id, decide: correct, command: naming('Ines') };
    await expect(commands.send(context({ ifMatch: 7 }), task, statuses)).rejects.toMatchObject({
      status: 412,
      code: 'stale',
      extra: { revision: 0 },
    });
    await expect(commands.send({ ...keyed, fingerprint: 'g' }, task, statuses)).rejects.toMatchObject({
      status: 422,
      code: 'idempotency-key-reused',
    });
    expect(await revisions(id)).toBe(1);
  });
});
