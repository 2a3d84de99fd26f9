import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { instant, type Instant } from '@lotsennetz/kernel';
import { FakeClock } from '@lotsennetz/testing';
import { environmentKeyring } from '../keyring/environment-keyring.js';
import { adoptAudit, AuditDiffers, chainsToAdopt } from './adopt-audit.js';
import { Anchors } from './anchors.js';
import { AuditChain } from './audit-chain.js';
import { openAuditKeys, type AuditKeys } from './audit-keys.js';
import { segmentsIn } from './chain-files.js';
import { storedLines, writeStoredLines, type StoredLine } from './stored-lines.js';
import { verifyChain } from './verify-chain.js';

const chain = 'registration-main';

describe('audit records out of a backup', () => {
  let folder: string;
  let clock: FakeClock;
  let anchors: Anchors;
  let keys: AuditKeys;
  let lines: readonly StoredLine[];
  let backupMadeAt: Instant;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    keys = await openAuditKeys(environmentKeyring(Buffer.alloc(32, 1).toString('base64')));
    clock = new FakeClock('2026-03-02T07:00:00Z');
    anchors = new Anchors(join(folder, 'safe'));
    await record('audit', 3);
    clock.advance({ hours: 1 });
    backupMadeAt = clock.now();
    lines = await Array.fromAsync(storedLines(at('audit')));
    clock.advance({ hours: 1 });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const at = (name: string) => join(folder, name);
  const record = async (name: string, count: number, event = 'Event') => {
    const trail = await AuditChain.open({ folder: at(name), chain, keys, anchors, clock, maxBytes: 300 });
    for (let number = 0; number < count; number++)
      await trail.append({
        ...{ kind: 'grant', at: clock.now(), tenant: 'siegen', actor: 'operator' },
        ...{ event: `${event}${number}`, eventId: 'e', stream: 's' },
      });
    await trail.close();
  };
  const adopt = (name: string, from = lines) =>
    adoptAudit({ folder: at(name), anchors, clock, lines: () => Readable.from(from), backupMadeAt });
  const verdict = (name: string) => verifyChain({ folder: at(name), keys, anchors }, chain);
  const textsIn = (name: string) =>
    Object.fromEntries(readdirSync(at(name)).map((file) => [file, readFileSync(join(at(name), file), 'utf8')]));

  it('lie in the same files, to the letter', async () => {
    expect(readdirSync(at('audit')).length).toBeGreaterThan(1);
    await adopt('restored');
    expect(textsIn('restored')).toEqual(textsIn('audit'));
    expect(await verdict('restored')).toMatchObject({
      lines: 3,
      findings: [],
      restorations: [{ lostUntil: undefined }],
    });
  });

  it('go on as a sound chain, which tells what was lost', async () => {
    await record('audit', 2);
    await adopt('restored');
    const restorations = [{ backupMadeAt, end: 3, lostUntil: 5 }];
    expect(await verdict('restored')).toEqual({ chain, lines: 3, findings: [], torn: false, restorations });
    await record('restored', 4, 'Later');
    expect(await verdict('restored')).toEqual({ chain, lines: 7, findings: [], torn: false, restorations });
  });

  it('may be put back once more, and out of an older backup', async () => {
    await record('audit', 2);
    await adopt('restored');
    await adopt('restored');
    await record('restored', 2, 'Later');
    await adopt('again');
    expect(await verdict('again')).toMatchObject({ lines: 3, findings: [], restorations: [{}, {}, { lostUntil: 5 }] });
  });

  it('that are changed or cut after the restore are found out as before', async () => {
    await adopt('restored');
    await record('restored', 2, 'Later');
    rmSync(segmentsIn(at('restored'), chain).at(-1)!.path);
    expect((await verdict('restored')).findings).toEqual([{ chain, n: 5, problem: 'cut' }]);
  });

  it('that the backup lost before they came back are missed: they were anchored before it was made', async () => {
    await adopt('restored', lines.slice(0, 2));
    expect((await verdict('restored')).findings).toEqual([{ chain, n: 3, problem: 'cut' }]);
  });

  it('leave newer ones alone', async () => {
    await record('audit', 2);
    const before = textsIn('audit');
    await adopt('audit');
    expect(textsIn('audit')).toEqual(before);
    expect(await verdict('audit')).toMatchObject({ lines: 5, findings: [], restorations: [] });
  });

  it('complete what an interrupted restore has left', async () => {
    await writeStoredLines(at('restored'), Readable.from(lines.slice(0, 2)));
    await adopt('restored');
    expect(textsIn('restored')).toEqual(textsIn('audit'));
  });

  it.each([2, 3, 4])('are refused where %i others lie, and nothing is written', async (others) => {
    await record('others', others, 'Other');
    const before = textsIn('others');
    await expect(chainsToAdopt(at('others'), Readable.from(lines))).rejects.toThrow(AuditDiffers);
    await expect(adopt('others')).rejects.toThrow(AuditDiffers);
    expect(textsIn('others')).toEqual(before);
  });

  it('of a chain that began after the backup are known to be lost', async () => {
    backupMadeAt = instant('2026-03-02T06:00:00.000Z');
    await adopt('restored', []);
    expect(await verdict('restored')).toMatchObject({
      lines: 0,
      findings: [],
      restorations: [{ end: 0, lostUntil: 3 }],
    });
    await record('restored', 1);
    expect(await verdict('restored')).toMatchObject({ lines: 1, findings: [] });
  });

  it('are no half lines', async () => {
    appendFileSync(segmentsIn(at('audit'), chain).at(-1)!.path, '{"n":4,"kind":"gra');
    expect(await Array.fromAsync(storedLines(at('audit')))).toEqual(lines);
  });

  it('lie in their folder only', async () => {
    const elsewhere = { ...lines[0]!, chain: '../elsewhere' };
    await expect(writeStoredLines(at('restored'), Readable.from([elsewhere]))).rejects.toThrow(RangeError);
    expect(existsSync(at('elsewhere.000000000001.log'))).toBe(false);
  });
});
