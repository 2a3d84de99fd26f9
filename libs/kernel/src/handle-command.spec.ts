import type { CommandId } from './ids.js';
import { exampleStream, memoryCommandPorts, move, moved, paused, register, registered } from '@lotsennetz/testing';
import { FoldCache } from './fold-cache.js';
import { handleCommand, loadState, type CommandPorts, type CommandTask } from './handle-command.js';
import { SubjectForgotten } from './keys.js';
import { isSealed } from './sealed.js';
import { TenantScope } from './tenant-scope.js';

const scope = TenantScope.of('siegen');
const id = 'v-1';
const name = exampleStream.name(scope, id);
const metaOf = (commandId?: string, fingerprint?: string) => ({
  actor: 'token:a',
  correlationId: 'c-1',
  ...(commandId ? { commandId: commandId as CommandId } : {}),
  ...(fingerprint ? { fingerprint } : {}),
});

describe('handling a command', () => {
  let ports: CommandPorts;
  beforeEach(() => {
    ports = memoryCommandPorts();
  });
  const send = <Code extends string>(
    decide: CommandTask<never, { readonly town: string }, never, Code>['decide'] | typeof move,
    town: string,
    more: { readonly commandId?: string; readonly fingerprint?: string; readonly ifMatch?: number } = {},
  ) =>
    handleCommand(ports, {
      stream: exampleStream,
      scope,
      id,
      decide: decide as typeof move,
      command: { town },
      meta: metaOf(more.commandId, more.fingerprint),
      ifMatch: more.ifMatch,
    });
  const stored = () => ports.eventStore.readStream(name);

  it('records what was decided, under the envelope of its caller', async () => {
    const outcome = await send(register, 'Siegen', { commandId: 'k1', fingerprint: 'f' });
    const [event] = await stored();
    expect(outcome).toMatchObject({
      kind: 'done',
      repeated: false,
      revision: 0,
      position: event?.position,
      state: { town: 'Siegen' },
    });
    expect(event).toMatchObject({
      type: 'VolunteerRegistered',
      recordedAt: ports.clock.now(),
      happenedOn: '2015-11-19',
      meta: { tenant: 'siegen', actor: 'token:a', commandId: 'k1', fingerprint: 'f', schemaVersion: 1 },
    });
  });

  it('seals personal fields before they are stored', async () => {
    await send(register, 'Siegen');
    const [event] = await stored();
    expect(isSealed((event?.data as { readonly name: unknown }).name)).toBe(true);
    expect(JSON.stringify(event)).not.toContain('Amal');
  });

  it('a refusal is answered as it is and records nothing', async () => {
    expect(await send(move, 'Netphen')).toEqual({ kind: 'refused', refused: 'unknown-volunteer' });
    expect(await stored()).toEqual([]);
  });

  it('a done command without an id records nothing the second time', async () => {
    await send(register, 'Siegen');
    expect(await send(register, 'Siegen')).toMatchObject({ kind: 'done', events: [], repeated: false, revision: 0 });
    expect(await stored()).toHaveLength(1);
  });

  it('a repeated command id is answered like the first time, however far the stream has come since', async () => {
    await send(register, 'Siegen');
    const first = await send(move, 'Netphen', { commandId: 'k1', fingerprint: 'f' });
    await send(move, 'Kreuztal');
    const again = await send(move, 'Netphen', { commandId: 'k1', fingerprint: 'f' });
    ports = { ...ports, folds: new FoldCache() };
    const afterRestart = await send(move, 'Netphen', { commandId: 'k1', fingerprint: 'f' });
    for (const repetition of [again, afterRestart]) {
      expect(repetition).toMatchObject({ kind: 'done', repeated: true, revision: 1 });
      expect(repetition).toMatchObject({ events: first.kind === 'done' ? first.events : 'none' });
    }
    expect(await stored()).toHaveLength(3);
  });

  it('the same command id with another body is told apart', async () => {
    await send(register, 'Siegen', { commandId: 'k1', fingerprint: 'f' });
    expect(await send(register, 'Netphen', { commandId: 'k1', fingerprint: 'g' })).toEqual({ kind: 'key-reused' });
  });

  it('a command on a revision that has passed is stale and not tried again', async () => {
    await send(register, 'Siegen');
    await send(move, 'Netphen', { ifMatch: 0 });
    expect(await send(move, 'Kreuztal', { ifMatch: 0 })).toEqual({ kind: 'stale', revision: 1 });
    expect(await stored()).toHaveLength(2);
  });

  it('commands at once all count, each decided on what the others did', async () => {
    await send(register, 'Siegen');
    const towns = Array.from({ length: 10 }, (_, index) => `Town ${index}`);
    const outcomes = await Promise.all(towns.map((town) => send(move, town)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(10).fill('done'));
    expect((await loadState(ports, exampleStream, { scope, id })).state).toMatchObject({ moves: 10 });
  });

  it('the same command sent several times at once is recorded once', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => send(register, 'Siegen', { commandId: 'k1', fingerprint: 'f' })),
    );
    expect(outcomes.map((outcome) => outcome.kind === 'done' && outcome.repeated).sort()).toEqual([false, true, true]);
    expect(await stored()).toHaveLength(1);
  });

  it('decides again after another process was faster', async () => {
    await send(register, 'Siegen');
    const others = { ...memoryCommandPorts(), eventStore: ports.eventStore, keys: ports.keys };
    let races = 2;
    const decide: typeof move = (command, state) => move(command, state);
    const { eventStore } = ports;
    const overtaken = Object.assign(Object.create(eventStore) as typeof eventStore, {
      append: async (request: Parameters<typeof eventStore.append>[0]) => {
        if (races-- > 0)
          await handleCommand(others, {
            stream: exampleStream,
            scope,
            id,
            decide: move,
            command: { town: `Race ${races}` },
            meta: metaOf(),
          });
        return eventStore.append(request);
      },
    });
    ports = { ...ports, eventStore: overtaken };
    expect(await send(decide, 'Netphen')).toMatchObject({ kind: 'done', revision: 3, state: { moves: 3 } });
  });

  it('nothing is recorded about a forgotten person', async () => {
    await ports.keys.forget(scope, id);
    await expect(send(register, 'Siegen')).rejects.toThrow(SubjectForgotten);
    expect(await stored()).toEqual([]);
  });

  it('nor about somebody who is forgotten while the command is under way, its key in hand', async () => {
    const { eventStore } = ports;
    const late = Object.assign(Object.create(eventStore) as typeof eventStore, {
      append: async (request: Parameters<typeof eventStore.append>[0]) => {
        await ports.keys.forget(scope, id);
        return eventStore.append(request);
      },
    });
    ports = { ...ports, eventStore: late };
    await expect(send(register, 'Siegen')).rejects.toThrow(SubjectForgotten);
    expect(await stored()).toEqual([]);
    expect(await ports.keys.obtain(scope, id, 'name')).toBe('forgotten');
  });

  it('an event the stream does not have is a bug', async () => {
    const decide = () => [{ ...paused, type: 'VolunteerSang' as never }];
    await expect(send(decide as never, 'Siegen')).rejects.toThrow(TypeError);
    expect([registered(), moved('x')].map(({ type }) => type)).not.toContain('VolunteerSang');
  });
});
