import { TenantScope, Views, handleCommand, type CommandPorts } from '@lotsennetz/kernel';
import {
  MemoryEventStore,
  MemoryReadModels,
  exampleProjection,
  exampleStream,
  memoryCommandPorts,
  move,
  register,
} from '@lotsennetz/testing';
import { verifyView } from './verify-view.js';

const scope = TenantScope.of('siegen');

describe('verifying a view', () => {
  let ports: CommandPorts & { readonly readModels: MemoryReadModels };
  beforeEach(() => {
    ports = {
      ...memoryCommandPorts({ eventStore: new MemoryEventStore() }),
      readModels: new MemoryReadModels(),
    };
  });

  const send = async (id: string, decide: typeof move, town: string) => {
    const meta = { actor: 'cli', correlationId: 'c' };
    await handleCommand(ports, { stream: exampleStream, scope, id, decide, command: { town }, meta });
  };
  const build = async () => {
    const views = new Views(ports, [exampleProjection]);
    await views.open();
    return views.collection(exampleProjection.name);
  };
  const verify = () => verifyView(ports, exampleProjection);

  it('a view that was never built is said to be so', async () => {
    expect(await verify()).toEqual({ kind: 'not-built' });
  });

  it('a view of another version does not count as built', async () => {
    await build();
    const next = { ...exampleProjection, version: exampleProjection.version + 1 };
    expect(await verifyView(ports, next)).toEqual({ kind: 'not-built' });
  });

  it('an empty view of an empty history is equal', async () => {
    await build();
    expect(await verify()).toMatchObject({ kind: 'equal', served: { rows: 0 } });
  });

  it('a view that is what its history says is equal', async () => {
    await send('v-1', register, 'Siegen');
    await send('v-2', register, 'Kreuztal');
    await send('v-1', move, 'Netphen');
    await build();
    expect(await verify()).toMatchObject({ kind: 'equal', served: { rows: 2 } });
  });

  it('a view that lags is compared with the history as far as it has come', async () => {
    await send('v-1', register, 'Siegen');
    await build();
    await send('v-2', register, 'Kreuztal');
    expect(await verify()).toMatchObject({ kind: 'equal', served: { rows: 1 } });
  });

  it.each([
    ['a row is changed', { town: 'Olpe' }, 2],
    ['a row is gone', null, 1],
  ])('%s behind the back of its history: different', async (_, row, rows) => {
    await send('v-1', register, 'Siegen');
    await send('v-2', register, 'Kreuztal');
    const collection = await build();
    await ports.readModels.commit([{ collection, scope, id: 'v-1', row }]);
    expect(await verify()).toMatchObject({ kind: 'different', served: { rows }, rebuilt: { rows: 2 } });
  });

  it('leaves nothing behind, and the view as it was', async () => {
    await send('v-1', register, 'Siegen');
    const collection = await build();
    const before = await ports.readModels.checkpoint(collection);
    await verify();
    const beside = `${exampleProjection.name}.v${exampleProjection.version}.verify`;
    expect(await ports.readModels.checkpoint(`active:${exampleProjection.name}`)).toBe(collection);
    expect(await ports.readModels.checkpoint(collection)).toBe(before);
    expect(await ports.readModels.checkpoint(beside)).toBeUndefined();
  });

  it('goes on folding when the view has come further meanwhile', async () => {
    await send('v-1', register, 'Siegen');
    const collection = await build();
    const scan = ports.readModels.scan.bind(ports.readModels);
    let wrote = false;
    ports.readModels.scan = async function* <Row>(name: string) {
      yield* scan<Row>(name);
      if (name !== collection || wrote) return;
      wrote = true;
      await send('v-2', register, 'Kreuztal');
      await ports.readModels.drop(collection);
      await ports.readModels.commit([], { [`active:${exampleProjection.name}`]: '' });
      await build();
    };
    expect(await verify()).toMatchObject({ kind: 'equal', served: { rows: 2 } });
    expect(wrote).toBe(true);
  });
});
