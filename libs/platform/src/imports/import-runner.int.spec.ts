import { once } from 'node:events';
import { day, instant, TenantScope } from '@lotsennetz/kernel';
import { guestList } from '../guest-book.js';
import type { RequestContext } from '../http/context.js';
import { startForTest, type TestDeployment } from '../testing.js';
import { ImportStepFailed, type ImportFile, type ImportStatus } from './import-file.js';
import { ImportRunner } from './import-runner.js';

const guests = {
  name: 'guests',
  purposes: ['name'],
  projections: [guestList],
  published: [],
  controllers: [],
} as const;
const scope = TenantScope.of('siegen');
const context = (tenant = scope) =>
  ({
    scope: tenant,
    actor: 'token:t',
    correlationId: 'c',
    today: day('2015-01-06'),
    now: instant('2015-01-06T08:00:00.000Z'),
  }) as unknown as RequestContext;

/** A gate that steps wait at until it is opened. */
function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}

describe('an import', () => {
  let platform: TestDeployment;
  let runner: ImportRunner;
  let done: string[];

  beforeEach(async () => {
    platform = await startForTest([guests]);
    runner = new ImportRunner(platform.service('guests'));
    done = [];
  });
  afterEach(() => platform.close());

  type Run = (line: number, key: string) => Promise<void>;
  /** A file whose lines are steps; each is written down when it is carried out. */
  const fileOf = (text: string, run: Run = () => Promise.resolve()): ImportFile<string> => ({
    kind: 'volunteers',
    text,
    read: (content) => ({ lines: content.split('\n') }),
    plan: (lines) =>
      Promise.resolve(
        lines.map((content, index) => ({
          line: index + 2,
          run: async ({ key }) => {
            await run(index + 2, key);
            done.push(content);
          },
        })),
      ),
  });
  const statusOf = (id: string) => runner.status(scope, id);
  const ended = async (id: string): Promise<ImportStatus> => {
    await platform.eventually(async () => expect((await statusOf(id))?.state).not.toBe('running'));
    return (await statusOf(id))!;
  };

  it('is answered at once and carried out behind', async () => {
    const { status, body } = await runner.start(context(), fileOf('a\nb\nc'));
    expect([status, body]).toEqual([202, { id: body.id, kind: 'volunteers', state: 'running', done: 0, total: 3 }]);
    expect(await ended(body.id)).toEqual({ id: body.id, kind: 'volunteers', state: 'done', done: 3, total: 3 });
    expect(done.sort()).toEqual(['a', 'b', 'c']);
  });

  it('shows how far it is', async () => {
    const last = gate();
    const text = Array.from({ length: 100 }, (_, index) => String(index)).join('\n');
    const { body } = await runner.start(
      context(),
      fileOf(text, (line) => (line > 96 ? last.passed : Promise.resolve())),
    );
    await platform.eventually(async () => expect(await statusOf(body.id)).toMatchObject({ done: 64, total: 100 }));
    last.open();
    expect(await ended(body.id)).toMatchObject({ state: 'done', done: 100 });
  });

  it('is the only one of its tenant while it runs; another tenant’s may run', async () => {
    const step = gate();
    const first = await runner.start(
      context(),
      fileOf('a', () => step.passed),
    );
    for (const text of ['a', 'b'])
      await expect(runner.start(context(), fileOf(text))).rejects.toMatchObject({
        status: 409,
        code: 'import-running',
        extra: { id: first.body.id },
      });
    const elsewhere = await runner.start(context(TenantScope.of('kreuztal')), fileOf('a'));
    expect(elsewhere.body.id).not.toBe(first.body.id);
    step.open();
    await ended(first.body.id);
    const next = await runner.start(context(), fileOf('b'));
    expect(await ended(next.body.id)).toMatchObject({ state: 'done' });
  });

  it('of a file with errors writes nothing and leaves the tenant free', async () => {
    const errors = [{ line: 2, column: 'Name', problem: 'is empty', expected: 'a name' }];
    const unreadable = { ...fileOf('a'), read: () => ({ errors }) };
    const impossible = { ...fileOf('a'), plan: () => Promise.resolve({ errors }) };
    for (const file of [unreadable, impossible])
      await expect(runner.start(context(), file)).rejects.toMatchObject({
        status: 422,
        code: 'import-rejected',
        extra: { errors },
      });
    expect(await platform.service('guests').eventStore.head()).toBeUndefined();
    expect(await ended((await runner.start(context(), fileOf('a'))).body.id)).toMatchObject({ state: 'done' });
  });

  it('fails with line and code where a step cannot be carried out', async () => {
    const { body } = await runner.start(
      context(),
      fileOf('a\nb\nc', (line) =>
        line === 3 ? Promise.reject(new ImportStepFailed('course-full')) : Promise.resolve(),
      ),
    );
    expect(await ended(body.id)).toEqual({
      id: body.id,
      kind: 'volunteers',
      state: 'failed',
      done: 2,
      total: 3,
      failure: { line: 3, code: 'course-full' },
    });
  });

  it('that an outage stops is interrupted, after the steps beside it have ended; sending it again finishes it', async () => {
    const beside = gate();
    const flaky = fileOf('a\nb', (line) => (line === 2 ? Promise.reject(new Error('down')) : beside.passed));
    const { body } = await runner.start(context(), flaky);
    expect(await statusOf(body.id)).toMatchObject({ state: 'running' });
    beside.open();
    expect(await ended(body.id)).toMatchObject({ state: 'interrupted', total: 2 });
    expect(done).toEqual(['b']);
    const again = await runner.start(context(), fileOf('a\nb'));
    expect(again.body.id).toBe(body.id);
    expect(await ended(body.id)).toMatchObject({ state: 'done', done: 2 });
  });

  it('ends with the step under way when the platform stops, and is finished by sending it again', async () => {
    const step = gate();
    const keys: string[] = [];
    const text = Array.from({ length: 40 }, (_, index) => String(index)).join('\n');
    const slow: Run = (line, key) => (keys.push(`${line} ${key}`), step.passed);
    const { body } = await runner.start(context(), fileOf(text, slow));
    const stopping = once(platform.service('guests').signal, 'abort');
    const restarted = platform.restart();
    await stopping;
    step.open();
    await restarted;
    expect(done).toHaveLength(32);
    runner = new ImportRunner(platform.service('guests'));
    expect(await statusOf(body.id)).toMatchObject({ state: 'interrupted', total: 40 });
    const repeated: string[] = [];
    const again = await runner.start(
      context(),
      fileOf(text, (line, key) => (repeated.push(`${line} ${key}`), Promise.resolve())),
    );
    expect(again.body.id).toBe(body.id);
    expect(await ended(body.id)).toMatchObject({ state: 'done', done: 40 });
    expect(repeated).toEqual(expect.arrayContaining(keys));
  });

  it('of no lines is done at once', async () => {
    const { body } = await runner.start(context(), { ...fileOf(''), plan: () => Promise.resolve([]) });
    expect(await ended(body.id)).toMatchObject({ state: 'done', done: 0, total: 0 });
  });

  it('is not known to other tenants', async () => {
    const { body } = await runner.start(context(), fileOf('a'));
    expect(await runner.status(TenantScope.of('kreuztal'), body.id)).toBeUndefined();
    await ended(body.id);
  });
});
