import {
  MemoryEventStore,
  MemoryReadModels,
  MemoryTables,
  eventually,
  exampleProjection,
  exampleStream,
  memoryCommandPorts,
  move,
  register,
  type ExampleRow,
} from '@lotsennetz/testing';
import type { Position } from './envelope.js';
import { handleCommand, type CommandPorts } from './handle-command.js';
import { TenantScope } from './tenant-scope.js';
import { Views, hashCollection } from './views.js';

const scope = TenantScope.of('siegen');
const list = exampleProjection.name;

describe('views', () => {
  let ports: CommandPorts;
  let tables: MemoryTables;
  let stops: (() => Promise<void>)[];
  beforeEach(() => {
    ports = memoryCommandPorts({ eventStore: new MemoryEventStore() });
    tables = new MemoryTables();
    stops = [];
  });
  afterEach(() => Promise.all(stops.map((stop) => stop())));

  const send = async (id: string, decide: typeof move, town: string) => {
    const meta = { actor: 'cli', correlationId: 'c' };
    const outcome = await handleCommand(ports, { stream: exampleStream, scope, id, decide, command: { town }, meta });
    return (outcome.kind === 'done' ? outcome.position : undefined) as Position;
  };
  /** A service's views, as one process of it sees them. */
  const process = (projection = exampleProjection) => {
    const readModels = new MemoryReadModels(tables);
    const views = new Views({ eventStore: ports.eventStore, readModels }, [projection]);
    const townOf = async (id: string) =>
      (await readModels.get<ExampleRow>(views.collection(list), scope, id))?.row.town;
    const follow = () => {
      const stopping = new AbortController();
      const ended = views.follow(stopping.signal);
      stops.push(() => (stopping.abort(), ended));
    };
    return { readModels, views, townOf, follow };
  };

  it('none at all need no history, and keep nobody waiting', async () => {
    const recorded = await send('v-1', register, 'Siegen');
    const read: (Position | undefined)[] = [];
    const { eventStore } = ports;
    const watched = Object.assign(Object.create(eventStore) as typeof eventStore, {
      subscribe: (options: Parameters<typeof eventStore.subscribe>[0]) => {
        read.push(options.after);
        return eventStore.subscribe(options);
      },
    });
    const views = new Views({ eventStore: watched, readModels: new MemoryReadModels(tables) }, []);
    await views.open();
    const stopping = new AbortController();
    const ended = views.follow(stopping.signal);
    stops.push(() => (stopping.abort(), ended));
    expect(await views.reach(recorded, 5_000)).toBe(true);
    expect(await views.reach(await send('v-1', move, 'Netphen'), 5_000)).toBe(true);
    expect(read).toEqual([recorded]);
  });

  it('hold the history when they open, and follow it', async () => {
    await send('v-1', register, 'Siegen');
    const { views, townOf, follow } = process();
    await views.open();
    expect(await townOf('v-1')).toBe('Siegen');
    follow();
    const position = await send('v-1', move, 'Netphen');
    expect(await views.reach(position, 5_000)).toBe(true);
    expect(await townOf('v-1')).toBe('Netphen');
  });

  it('answer whether they have reached a position in time', async () => {
    const { views, follow } = process();
    await views.open();
    const position = await send('v-1', register, 'Siegen');
    expect(await views.reach(position, 1)).toBe(false);
    const reaching = views.reach(position, 5_000);
    follow();
    expect(await reaching).toBe(true);
    expect(await views.reach(position, 0)).toBe(true);
  });

  it('tell listeners what changed', async () => {
    const { views, follow } = process();
    const ids: string[] = [];
    views.onChanges((changes) => ids.push(...changes.map(({ id }) => id)));
    await views.open();
    follow();
    await views.reach(await send('v-1', register, 'Siegen'), 5_000);
    expect(ids).toEqual(['v-1']);
  });

  it('tell listeners nothing while they are built out of a history: not every view is there to ask for', async () => {
    await send('v-1', register, 'Siegen');
    const { views, follow } = process();
    const heard: string[] = [];
    views.onChanges((changes) => heard.push(...changes.map(({ id }) => `${id} in ${views.collection(list)}`)));
    await views.open();
    follow();
    await views.reach(await send('v-2', register, 'Olpe'), 5_000);
    expect(heard).toEqual([`v-2 in ${views.collection(list)}`]);
  });

  it('a restart goes on where the last process stopped and gives the same rows as a rebuild', async () => {
    const first = process();
    await first.views.open();
    first.follow();
    await send('v-1', register, 'Siegen');
    await first.views.reach(await send('v-2', register, 'Olpe'), 5_000);
    const second = process();
    await second.views.open();
    second.follow();
    await second.views.reach(await send('v-1', move, 'Netphen'), 5_000);
    const before = await hashCollection(second.readModels, second.views.collection(list));
    const { collection } = await second.views.rebuild(list);
    expect(await hashCollection(second.readModels, collection)).toBe(before);
  });

  it('a new version is built beside the old one and takes over', async () => {
    await send('v-1', register, 'Siegen');
    const old = process();
    await old.views.open();
    const changed = process({
      ...exampleProjection,
      version: 2,
      evolve: (row, event, id) => {
        const next = exampleProjection.evolve(row, event, id);
        return next && { ...next, town: next.town.toUpperCase() };
      },
    });
    await changed.views.open();
    expect(await changed.townOf('v-1')).toBe('SIEGEN');
    expect(changed.views.collection(list)).not.toBe(old.views.collection(list));
    await expect(old.townOf('v-1')).rejects.toThrow();
  });

  it('a process that serves adopts what another one has rebuilt, and misses nothing', async () => {
    await send('v-1', register, 'Siegen');
    const serving = process();
    await serving.views.open();
    serving.follow();
    const { collection } = await process().views.rebuild(list);
    const position = await send('v-1', move, 'Netphen');
    await serving.views.reach(position, 5_000);
    await eventually(() => expect(serving.views.collection(list)).toBe(collection));
    expect(await serving.townOf('v-1')).toBe('Netphen');
    await serving.views.reach(await send('v-1', move, 'Olpe'), 5_000);
    expect(await serving.townOf('v-1')).toBe('Olpe');
  });

  it('a rebuild that was broken off starts again from nothing', async () => {
    await send('v-1', register, 'Siegen');
    const { views, readModels } = process();
    await views.open();
    const half = `${list}.v1.1`;
    await readModels.open(half);
    await readModels.commit([], { [half]: (await ports.eventStore.head()) ?? '' });
    const { collection } = await views.rebuild(list);
    expect(collection).toBe(half);
    expect(await readModels.count(half, scope)).toBe(1);
  });

  it('a view nobody has declared is an error that names those there are', async () => {
    const { views } = process();
    await expect(views.rebuild('volunteer-lst')).rejects.toThrow('volunteer-list');
    expect(() => views.collection(list)).toThrow();
  });
});
