import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { FakeClock } from '@lotsennetz/testing';
import { environmentKeyring } from '../keyring/environment-keyring.js';
import { Anchors } from './anchors.js';
import { AuditChain } from './audit-chain.js';
import type { GrantRecord } from './audit-record.js';
import { openAuditKeys, type AuditKeys } from './audit-keys.js';
import { segmentsIn } from './chain-files.js';
import { verifyAudit, verifyChain, type Finding } from './verify-chain.js';

const rootKey = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const keysOf = (...keys: readonly string[]) => openAuditKeys(environmentKeyring(keys.join()));
const chain = 'registration-main';
const granted = (event: string): GrantRecord => ({
  kind: 'grant',
  at: new FakeClock('2026-03-02T07:00:00Z').now(),
  tenant: 'siegen',
  actor: 'operator',
  event,
  eventId: 'e',
  stream: 's',
});

describe('a chain of audit records', () => {
  let folder: string;
  let clock: FakeClock;
  let anchors: Anchors;
  let keys: AuditKeys;
  beforeEach(async () => {
    keys = await keysOf(rootKey(1));
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    clock = new FakeClock('2026-03-02T07:00:00Z');
    anchors = new Anchors(join(folder, 'safe'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const opened = (more: { maxBytes?: number } = {}) =>
    AuditChain.open({ folder: join(folder, 'audit'), chain, keys, anchors, clock, ...more });
  const record = async (count: number, more: { maxBytes?: number } = {}) => {
    const trail = await opened(more);
    for (let at = 0; at < count; at++) await trail.append(granted(`Event${at}`));
    await trail.close();
  };
  const files = () => segmentsIn(join(folder, 'audit'), chain).map(({ path }) => path);
  const file = () => files()[0]!;
  const change = (edit: (lines: string[]) => string[]) =>
    writeFileSync(file(), edit(readFileSync(file(), 'utf8').trimEnd().split('\n')).join('\n') + '\n');
  const verdict = () => verifyChain({ folder: join(folder, 'audit'), keys, anchors }, chain);
  const findings = async (): Promise<readonly Finding[]> => (await verdict()).findings;

  it('is sound as written, also over restarts', async () => {
    await record(3);
    await record(2);
    expect(await verdict()).toEqual({ chain, lines: 5, findings: [], torn: false, restorations: [] });
  });
  it('records of one moment are all there, in order', async () => {
    const trail = await opened();
    await Promise.all(Array.from({ length: 50 }, (_, at) => trail.append(granted(`Event${at}`))));
    await trail.close();
    expect(await verdict()).toMatchObject({ lines: 50, findings: [] });
  });
  it('goes on in a new file when one is full, and on another day', async () => {
    await record(4, { maxBytes: 1 });
    clock.advance({ days: 1 });
    await record(1);
    expect(files()).toHaveLength(5);
    expect(await verdict()).toMatchObject({ lines: 5, findings: [] });
  });

  it('tells an altered line', async () => {
    await record(5);
    change((lines) => lines.map((line, at) => (at === 2 ? line.replace('Event2', 'Event9') : line)));
    expect(await findings()).toEqual([{ chain, n: 3, problem: 'altered' }]);
  });
  it('tells a line that is none any more, and the rest is judged all the same', async () => {
    await record(5);
    change((lines) => lines.map((line, at) => (at === 2 ? 'nonsense' : line)));
    expect(await findings()).toEqual([{ chain, n: 3, problem: 'altered' }]);
  });
  it('tells a removed line', async () => {
    await record(5);
    change((lines) => lines.toSpliced(1, 1));
    expect(await findings()).toEqual([{ chain, n: 3, problem: 'removed' }]);
  });
  it('tells a removed first line', async () => {
    await record(5);
    change((lines) => lines.slice(1));
    expect(await findings()).toEqual([{ chain, n: 2, problem: 'removed' }]);
  });
  it('tells a removed file', async () => {
    await record(4, { maxBytes: 1 });
    rmSync(files()[1]!);
    expect(await findings()).toEqual([{ chain, n: 3, problem: 'removed' }]);
  });
  it('tells lines that changed places', async () => {
    await record(5);
    change(([a, b, c, d, e]) => [a!, c!, b!, d!, e!]);
    expect((await findings()).map(({ problem }) => problem)).toContain('reordered');
  });
  it('tells a line from another chain', async () => {
    await record(2);
    const other = await AuditChain.open({
      ...{ folder: join(folder, 'other'), keys, anchors, clock },
      chain: 'training-main',
    });
    await other.append(granted('Elsewhere'));
    const foreign = readFileSync(segmentsIn(join(folder, 'other'))[0]!.path, 'utf8').trimEnd();
    await other.close();
    change(([, second]) => [foreign, second!]);
    expect((await findings())[0]).toEqual({ chain, n: 1, problem: 'altered' });
  });
  it('tells a cut end by the anchor', async () => {
    await record(5);
    change((lines) => lines.slice(0, 3));
    expect(await findings()).toEqual([{ chain, n: 5, problem: 'cut' }]);
  });
  it('tells a cut end even when the chain has grown again since', async () => {
    await record(5);
    change((lines) => lines.slice(0, 3));
    await record(4);
    expect(await findings()).toEqual([{ chain, n: 5, problem: 'replaced' }]);
  });
  it('tells that all files are gone', async () => {
    await record(5);
    rmSync(join(folder, 'audit'), { recursive: true });
    const [only] = await verifyAudit({ folder: join(folder, 'audit'), keys, anchors });
    expect(only?.findings).toEqual([{ chain, n: 5, problem: 'cut' }]);
  });
  it('tells lines signed with another key', async () => {
    await record(3);
    const forged = await keysOf(rootKey(2));
    keys = { ...keys, mac: (version, text) => forged.mac(forged.present, version + text) };
    expect((await findings()).map(({ problem }) => problem)).toEqual(['altered', 'altered', 'altered']);
  });

  it('is sound over a renewed root key as long as the old one is kept', async () => {
    await record(2);
    keys = await keysOf(rootKey(2), rootKey(1));
    await record(2);
    expect(await verdict()).toMatchObject({ lines: 4, findings: [] });
    keys = await keysOf(rootKey(2));
    expect((await findings()).map(({ problem }) => problem)).toEqual(['unknown-key', 'unknown-key']);
  });

  it('a torn last line is no tampering, and the next start takes it off', async () => {
    await record(3);
    appendFileSync(file(), '{"n":4,"kind":"gra');
    expect(await verdict()).toEqual({ chain, lines: 3, findings: [], torn: true, restorations: [] });
    await record(1);
    expect(await verdict()).toEqual({ chain, lines: 4, findings: [], torn: false, restorations: [] });
  });
  it('a file in which nothing but a torn line stands does not make the chain begin anew', async () => {
    await record(2, { maxBytes: 1 });
    truncateSync(files()[1]!, 10);
    await record(1, { maxBytes: 1 });
    expect((await verdict()).lines).toBe(2);
    expect((await findings()).map(({ problem }) => problem)).toEqual(['replaced']);
  });
  it('comes to its end, and keeps what it has, where no anchor can be made', async () => {
    writeFileSync(join(folder, 'safe'), 'no folder');
    await record(2);
    rmSync(join(folder, 'safe'));
    expect(await verdict()).toMatchObject({ lines: 2, findings: [] });
  });
  it('what was acknowledged survives a kill in the middle of writing', async () => {
    const writer = spawn(
      process.execPath,
      [
        ...[
          '--conditions=@lotsennetz/source',
          '--import',
          new URL('../../../../tools/swc-hook.mjs', import.meta.url).href,
        ],
        ...['--input-type=module', '-e', writerScript(folder)],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let acknowledged = 0;
    for await (const chunk of writer.stdout) {
      acknowledged += String(chunk).length;
      if (acknowledged > 200) break;
    }
    writer.kill('SIGKILL');
    await once(writer, 'close');
    const before = await verdict();
    expect(before.findings).toEqual([]);
    expect(before.lines).toBeGreaterThanOrEqual(acknowledged);
    await record(1);
    expect(await verdict()).toEqual({ chain, lines: before.lines + 1, findings: [], torn: false, restorations: [] });
  });
});

/** Appends without end and prints a dot for each record that is safe. */
function writerScript(folder: string): string {
  const from = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  return `
    const { AuditChain } = await import(${from('audit-chain.ts')});
    const { Anchors } = await import(${from('anchors.ts')});
    const { openAuditKeys } = await import(${from('audit-keys.ts')});
    const { environmentKeyring } = await import(${from('../keyring/environment-keyring.ts')});
    const trail = await AuditChain.open({
      folder: ${JSON.stringify(join(folder, 'audit'))}, chain: ${JSON.stringify(chain)},
      keys: await openAuditKeys(environmentKeyring(${JSON.stringify(rootKey(1))})),
      anchors: new Anchors(${JSON.stringify(join(folder, 'safe'))}),
      clock: { now: () => '2026-03-02T07:00:00.000Z' },
    });
    const write = async () => {
      for (;;) {
        await trail.append({ kind: 'grant', at: '2026-03-02T07:00:00.000Z', tenant: 'siegen', event: 'x'.repeat(5000) });
        process.stdout.write('.');
      }
    };
    await Promise.all(Array.from({ length: 8 }, write));`;
}
