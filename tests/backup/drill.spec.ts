import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause, type RecordedEvent } from '@lotsennetz/kernel';
import { faultsOf, happenedTwice, historiesOf, historyOf, ofCategory, type History } from '../crash/history.js';
import { Ledger } from '../crash/ledger.js';
import { Load } from '../crash/load.js';
import { matchingFaults } from '../crash/matching.check.js';
import { matchingLoad } from '../crash/matching.load.js';
import { mailFolderOf, messageFaults, unsent } from '../crash/messages.check.js';
import { registrationLoad } from '../crash/registration.load.js';
import { trainingFaults } from '../crash/training.check.js';
import { trainingLoad } from '../crash/training.load.js';
import { viewsUnlikeTheirRebuild } from '../crash/views.js';
import { PlatformUnderTest } from '../platform-under-test.js';
import { seedOf, SeededRandom } from '../seeded-random.js';
import { historiesIn } from './backup-files.js';

type Histories = ReadonlyMap<string, History>;

const tenant = 'siegen';
const seed = seedOf(process.env, 20160412);

/** What the runbook `backup-and-restore.md` tells operators to rehearse. */
describe(`the drill: a backup under load, the machine dies, a restore elsewhere (repeat with LOTSENNETZ_SEED=${seed})`, () => {
  const original = new PlatformUnderTest();
  // The root key and the ledger are brought from where they are kept.
  const restored = new PlatformUnderTest({ LOTSENNETZ_KEYRING: original.keyring });
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-backup-'));
  let token: string;
  let before: Histories;
  let lost: Histories;
  let after: Histories;
  const output: string[] = [];

  const succeed = async (platform: PlatformUnderTest, ...args: readonly string[]) => {
    const { status, stdout, stderr } = await platform.cli(...args);
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
    output.push(stdout);
    return stdout;
  };

  beforeAll(async () => {
    await original.foundTenant(tenant);
    token = await original.createToken(tenant, 'administrator');
    const platform = await original.start();
    await original.settled();
    const operations = [...registrationLoad, ...trainingLoad, ...matchingLoad];
    const load = new Load(new Ledger(), new SeededRandom(seed), operations, { tenant, token });
    const killed = new AbortController();
    const clients = load.run(platform, 12, killed.signal);
    const answered = async (more: number) => {
      for (const until = load.answered + more; load.answered < until;) await pause(5);
    };
    await answered(800);
    await succeed(original, 'backup', join(folder, 'backup'));
    await answered(200);
    await original.kill();
    killed.abort();
    await clients;
    lost = await historiesOf(original.stores);
    before = historiesIn(join(folder, 'backup'));
    await succeed(restored, 'restore', join(folder, 'backup'));
    await restored.start();
    await restored.settled();
    await unsent(() => historyOf(restored.stores, 'notifications'));
    await restored.settled();
    after = await historiesOf(restored.stores);
  }, 240_000);

  afterAll(async () => {
    await original[Symbol.asyncDispose]();
    await restored[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  const everything = (histories: Histories) => [...histories.values()].flat();
  const sources = (event: RecordedEvent) =>
    [event.meta.causationId, (event.data as { sourceEvent?: string }).sourceEvent].filter((id) => id !== undefined);

  it('the platform went on writing while it was backed up', () => {
    expect(everything(before).length).toBeGreaterThan(500);
    expect(everything(lost).length).toBeGreaterThan(everything(before).length);
  });

  it('every effect in the backup has its cause there', () => {
    const ids = new Set(everything(before).map(({ id }) => id as string));
    const effects = everything(before).filter((event) => sources(event).length > 0);
    expect(effects.length).toBeGreaterThan(100);
    expect(effects.filter((event) => sources(event).some((id) => !ids.has(id)))).toEqual([]);
  });

  it('every event of the backup is there, at its place, as it was', () => {
    const at = ({ stream, revision }: RecordedEvent) => `${stream} ${revision}`;
    const content = ({ position: _, ...event }: RecordedEvent) => event;
    const there = new Map(everything(after).map((event) => [at(event), content(event)]));
    for (const event of everything(before)) expect(there.get(at(event))).toEqual(content(event));
  });

  it('nothing happened twice', () => {
    expect([...after].flatMap(([service, history]) => faultsOf(service, history))).toEqual([]);
    const facts = happenedTwice(after.get('reporting') ?? [], 'FactRecorded', (event) => sources(event).join());
    expect(facts).toEqual([]);
    expect(trainingFaults(after.get('training') ?? [])).toEqual([]);
    expect(matchingFaults(after.get('matching') ?? [])).toEqual([]);
  });

  it('what was still under way at the backup was done after it', () => {
    const published = new Set(['InterestRegistered', 'VolunteerEnrolled', 'CertificateIssued', 'RequestRecorded']);
    const known = new Set((after.get('reporting') ?? []).flatMap(sources));
    expect(everything(before).filter(({ type }) => published.has(type)).length).toBeGreaterThan(100);
    const untold = everything(before).filter(({ type, id }) => published.has(type) && !known.has(id));
    expect(untold).toEqual([]);
  });

  it('nobody was written to again about what they had been told before', () => {
    const messages = [...ofCategory(before.get('notifications') ?? [], 'message').values()];
    const told = messages.filter((message) => message.some(({ type }) => type === 'MessageSent'));
    const toldBefore = told.map(([first]) => `sent, but no file: ${first?.stream.replace(/^.*_/, '') ?? ''}`);
    expect(toldBefore.length).toBeGreaterThan(10);
    expect([...messageFaults(after, mailFolderOf(restored.folder, tenant))].sort()).toEqual(toldBefore.sort());
  });

  it('the token opens the same names', async () => {
    const path = `/registration/${tenant}/volunteers?limit=100`;
    const { status, text } = await restored.process.http.send({
      method: 'GET',
      path,
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = JSON.parse(text) as { readonly items: readonly { readonly familyName: unknown }[] };
    expect(status).toBe(200);
    expect(items.length).toBeGreaterThan(50);
    expect(items.filter(({ familyName }) => typeof familyName !== 'string')).toEqual([]);
  });

  it('nothing is parked, and nothing of people is printed', async () => {
    expect(await succeed(restored, 'parked', 'list')).toBe('');
    expect(output.join('')).not.toMatch(/@example\.org|Muster/);
  });

  it('who saw what before the backup is known, and the chains are sound', async () => {
    const sound = /^registration-main: sound, \d+ records\n {2}was restored from the backup of \S+ up to line [1-9]/m;
    expect(await succeed(restored, 'audit', 'verify')).toMatch(sound);
  });

  it('views equal their rebuild, and a report of before the backup gives the same figures on both', async () => {
    expect(await restored.stop()).toBe(0);
    expect(await viewsUnlikeTheirRebuild(restored.stores)).toEqual([]);
    const middles = [...before.values()].map((history) => history[Math.floor(history.length * 0.6)]?.recordedAt ?? '');
    const [knownAt = ''] = middles.sort();
    const ask = ['report', 'integration', '--tenant', tenant, '--as-of', knownAt.slice(0, 10)];
    const hashOf = async (platform: PlatformUnderTest, moment: string) =>
      (JSON.parse(await succeed(platform, ...ask, '--known-at', moment)) as { readonly hash: string }).hash;
    const hash = await hashOf(restored, knownAt);
    expect(hash).toBe(await hashOf(original, knownAt));
    expect(hash).not.toBe(await hashOf(original, '2000-01-01T00:00:00.000Z'));
  }, 120_000);
});
