import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, parseStreamName, type RecordedEvent } from '@lotsennetz/kernel';
import { historiesOf, type History } from '../crash/history.js';
import { viewsUnlikeTheirRebuild } from '../crash/views.js';
import { runCli, spawnCli } from '../platform-process.js';
import { PlatformUnderTest } from '../platform-under-test.js';
import { seedOf } from '../seeded-random.js';
import { work } from './work.js';

type Histories = ReadonlyMap<string, History>;

const seed = seedOf(process.env, 20170518);
const [tenant, neighbour] = ['siegen', 'kreuztal'];

describe(`moving to other stores (repeat with LOTSENNETZ_SEED=${seed})`, () => {
  const source = new PlatformUnderTest();
  const target = new PlatformUnderTest();
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-move-'));
  const toTarget = ['migrate', '--from', `sqlite:${source.folder}`, '--to', `sqlite:${target.folder}`];
  let all: Histories;
  let whileRunning: string;

  beforeAll(async () => {
    const platform = await source.start();
    for (const each of [tenant, neighbour]) await source.foundTenant(each);
    const token = await source.createToken(tenant, 'administrator');
    await source.settled();
    await work(platform, { tenant, token }, { seed, answers: 1_500 });
    await source.settled();
    whileRunning = (await runCli({}, ...toTarget)).stderr;
    await source.stop();
    all = await historiesOf(source.stores);
  }, 180_000);

  afterAll(async () => {
    await source[Symbol.asyncDispose]();
    await target[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const bare = (histories: Histories) =>
    new Map([...histories].map(([name, events]) => [name, events.map(({ position: _, ...event }) => event)]));
  const countOf = (histories: Histories) => [...histories.values()].flat().length;
  const reportHash = async (data: string) => {
    const ask = ['report', 'integration', '--tenant', tenant];
    const { status, stdout, stderr } = await runCli({ LOTSENNETZ_DATA: data }, ...ask);
    if (status !== 0) throw new Error(stderr);
    return (JSON.parse(stdout) as { readonly hash: string }).hash;
  };

  it('is refused while the source runs', () => {
    expect(whileRunning).toContain('another Lotsennetz serves');
    expect(whileRunning).toContain(source.folder);
  });

  it('goes on after kill -9 in the middle, again and again', async () => {
    const partly: number[] = [];
    for (const events of [1, 700, 1_500]) {
      const child = spawnCli({}, toTarget);
      const closed = once(child, 'close');
      while (child.exitCode === null && countOf(await historiesOf(target.stores)) < events) await pause(1);
      child.kill('SIGKILL');
      await closed;
      partly.push(countOf(await historiesOf(target.stores)));
    }
    expect(partly.filter((count) => count > 0 && count < countOf(all)).length).toBeGreaterThan(0);
    const start = await target.cli('start', '--no-example');
    expect(start).toMatchObject({ status: 1, stderr: expect.stringContaining('half filled') as string });
    const { status, stdout } = await runCli({}, ...toTarget);
    expect({ status, equal: stdout.match(/equal on both sides/g)?.length }).toEqual({ status: 0, equal: 5 });
    expect(bare(await historiesOf(target.stores))).toEqual(bare(all));
  }, 120_000);

  it('changes nothing when it is done and repeated', async () => {
    expect((await runCli({}, ...toTarget)).status).toBe(0);
    expect(bare(await historiesOf(target.stores))).toEqual(bare(all));
  });

  it('the report is the same on both sides, views equal their rebuild, and nothing happens again', async () => {
    expect(await reportHash(target.folder)).toBe(await reportHash(source.folder));
    await target.start();
    await target.settled();
    expect(await target.stop()).toBe(0);
    expect(bare(await historiesOf(target.stores))).toEqual(bare(all));
    expect(await viewsUnlikeTheirRebuild(target.stores)).toEqual([]);
  }, 120_000);

  it('refuses a target that has gone its own way', async () => {
    await target.foundTenant('netphen');
    const { status, stderr } = await runCli({}, ...toTarget);
    expect(status).toBe(1);
    expect(stderr).toContain('already holds another history in the stream registration.tenant-netphen_netphen');
  });

  it('takes one tenant along, and no other', async () => {
    const data = join(folder, 'one');
    const move = ['migrate', '--from', `sqlite:${source.folder}`, '--to', `sqlite:${data}`, '--tenant', tenant];
    expect((await runCli({}, ...move)).status).toBe(0);
    expect(await reportHash(data)).toBe(await reportHash(source.folder));
    const { stdout: backup } = await runCli({ LOTSENNETZ_DATA: data }, 'backup', join(folder, 'backup'));
    const ofTenant = [...all.values()].flat().filter((event: RecordedEvent) => tenantOf(event) === tenant);
    const moved = [...backup.matchAll(/(\d+) events/g)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(moved).toBe(ofTenant.length);
    expect(moved).toBeLessThan(countOf(all));
  }, 120_000);

  it.each([
    [[`sqlite:${tmpdir()}/same`, `sqlite:${tmpdir()}/same`], 'the same event store'],
    [[`sqlite:${tmpdir()}/nowhere`, 'configured'], 'nowhere holds no data of Lotsennetz'],
  ])('says what is wrong with %j', async ([from = '', to = ''], message) => {
    const { status, stderr } = await runCli({ LOTSENNETZ_DATA: folder }, 'migrate', '--from', from, '--to', to);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  });
});

function tenantOf({ stream }: RecordedEvent): string {
  return parseStreamName(stream).scope.tenant;
}
