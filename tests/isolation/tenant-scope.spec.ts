import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantScope, type Keys, type ReadModels } from '@lotsennetz/kernel';
import { accessStream, openServicePorts, openSharedPorts, readConfig } from '@lotsennetz/platform';
import { MemoryKeys, MemoryReadModels } from '@lotsennetz/testing';

// What a careless caller passes: nothing, or what only looks like a scope.
const missing = [undefined, null, 'siegen', { tenant: 'siegen' }] as unknown as TenantScope[];
const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
const config = readConfig({ LOTSENNETZ_DATA: folder, LOTSENNETZ_KEYRING: join(folder, 'keyring') });
const shared = openSharedPorts(config);
const ports = openServicePorts(config, 'training');

beforeAll(async () => {
  await shared.keyring.create();
});
afterAll(async () => {
  await ports.eventStore.close();
  await ports.readModels.close();
  await shared.bus.close();
  await shared.keys.close();
  rmSync(folder, { recursive: true });
});

const rows: Readonly<Record<string, (readModels: ReadModels, scope: TenantScope) => Promise<unknown>>> = {
  get: (readModels, scope) => readModels.get('list', scope, 'id'),
  query: (readModels, scope) => readModels.query('list', scope, { limit: 1 }),
  count: (readModels, scope) => readModels.count('list', scope),
  commit: (readModels, scope) => readModels.commit([{ collection: 'list', scope, id: 'id', row: {} }]),
};
const keys: Readonly<Record<string, (keys: Keys, scope: TenantScope) => Promise<unknown>>> = {
  obtain: (vault, scope) => vault.obtain(scope, 'subject', 'name'),
  find: (vault, scope) => vault.find(scope, 'subject', 'name'),
  forget: (vault, scope) => vault.forget(scope, 'subject'),
  secret: (vault, scope) => vault.secret(scope, 'secret'),
};

/** Settles what throws at once and what throws later alike. */
const tried = (work: () => Promise<unknown>) => Promise.resolve().then(work);

describe('without a tenant nothing is reached', () => {
  it.each(missing)('no stream (scope %j)', (scope) => {
    expect(() => accessStream('training').name(scope, 'id')).toThrow(TypeError);
  });
  describe.each([
    ['in files', ports.readModels],
    ['in memory', new MemoryReadModels()],
  ] as const)('no row %s', (_, readModels) => {
    beforeAll(() => readModels.open('list', []));
    it.each(Object.entries(rows))('%s', async (_method, call) => {
      for (const scope of missing) await expect(tried(() => call(readModels, scope))).rejects.toThrow(TypeError);
    });
  });
  describe.each([
    ['in files', shared.keys],
    ['in memory', new MemoryKeys()],
  ] as const)('no key %s', (_, vault) => {
    it.each(Object.entries(keys))('%s', async (_method, call) => {
      for (const scope of missing) await expect(tried(() => call(vault, scope))).rejects.toThrow(TypeError);
    });
  });
});

describe('a scope', () => {
  it.each(['', 'a', 'Siegen', 'sie/gen', 'sie_gen', '../kreuztal', 'a'.repeat(41)])('cannot be of %j', (text) => {
    expect(() => TenantScope.of(text)).toThrow(RangeError);
  });
});

describe('the ports', () => {
  const kernel = join(import.meta.dirname, '../../libs/kernel/src');
  const methodsOf = (file: string, port: string) => {
    const source = readFileSync(join(kernel, file), 'utf8');
    const body = source.slice(source.indexOf(`export interface ${port} {`)).split('\n}')[0] ?? '';
    return [...body.matchAll(/^ {2}(\w+)(?:<\w+>)?\(([^)]*)\)/gms)].map(([, name = '', args = '']) => ({ name, args }));
  };

  // A new method without a scope is either a mistake or belongs here with its reason.
  it.each([
    // Of whole collections and readers of the history; `commit` carries a scope with each change.
    ['read-models.ts', 'ReadModels', ['open', 'commit', 'checkpoint', 'advance', 'scan', 'drop', 'close']],
    // Tombstones of all tenants, ids only, for whoever follows them to close what lies open.
    ['keys.ts', 'Keys', ['forgottenSince']],
  ])('%s: every method of %s takes a scope', (file, port, without) => {
    const methods = methodsOf(file, port);
    expect(methods.length).toBeGreaterThan(3);
    const unscoped = methods.filter(({ args }) => !args.includes('scope: TenantScope')).map(({ name }) => name);
    expect(unscoped.filter((name) => !without.some((each) => each === name))).toEqual([]);
  });
});
