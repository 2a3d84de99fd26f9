import { day, instant, TenantScope } from '@lotsennetz/kernel';
import { eventually, MemoryEventBus, MemoryEventStore, MemoryKeys, MemoryReadModels } from '@lotsennetz/testing';
import type { RequestContext } from '../http/context.js';
import { ServiceRuntime } from '../service-runtime.js';
import { unrecorded } from '../testing.js';
import type { ImportFile } from './import-file.js';
import { ImportRunner } from './import-runner.js';

const scope = TenantScope.of('siegen');
const context = {
  scope,
  actor: 'token:t',
  correlationId: 'c',
  today: day('2015-01-06'),
  now: instant('2015-01-06T08:00:00.000Z'),
} as unknown as RequestContext;
const guests = { name: 'guests', purposes: ['name'], projections: [], published: [], controllers: [] } as const;

/** A file of one step that waits for `passed`. */
const fileOf = (text: string, passed: Promise<undefined>): ImportFile<string> => ({
  kind: 'volunteers',
  text,
  read: () => ({ lines: [text] }),
  plan: () => Promise.resolve([{ line: 2, run: () => passed.then(() => undefined) }]),
});

describe('imports in two replicas of a service', () => {
  let runtimes: readonly ServiceRuntime[];
  beforeEach(async () => {
    const ports = {
      ...{ eventStore: new MemoryEventStore(), readModels: new MemoryReadModels() },
      ...{ bus: new MemoryEventBus(), keys: new MemoryKeys() },
      ...{ audit: unrecorded, replicated: true },
    };
    runtimes = [new ServiceRuntime(guests, ports), new ServiceRuntime(guests, ports)];
    for (const runtime of runtimes) await runtime.start();
  });
  afterEach(() => Promise.all(runtimes.map((runtime) => runtime.close())));

  it('are one at a time for a tenant; each replica tells of it while it runs, and when it is done', async () => {
    const [here, there] = runtimes.map((runtime) => new ImportRunner(runtime)) as [ImportRunner, ImportRunner];
    const step = Promise.withResolvers<undefined>();
    const { body } = await here.start(context, fileOf('a', step.promise));
    await expect(there.start(context, fileOf('b', step.promise))).rejects.toMatchObject({
      code: 'import-running',
      extra: { id: body.id },
    });
    expect(await there.status(scope, body.id)).toMatchObject({ state: 'running', total: 1 });
    step.resolve(undefined);
    await eventually(async () => expect(await there.status(scope, body.id)).toMatchObject({ state: 'done' }));
    await eventually(() => there.start(context, fileOf('b', step.promise)));
  });
});
