import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantScope, type Instant } from '@lotsennetz/kernel';
import { FakeClock, MemoryReadModels } from '@lotsennetz/testing';
import { environmentKeyring } from '../keyring/environment-keyring.js';
import { AccessLog } from './access-log.js';
import { tell } from './access-log-words.js';
import { Anchors } from './anchors.js';
import { AuditChain } from './audit-chain.js';
import { openAuditKeys } from './audit-keys.js';
import type { ReadRecord } from './audit-record.js';

const siegen = TenantScope.of('siegen');
const look = (at: string, subjects: ReadRecord['subjects'], more: Partial<ReadRecord> = {}): ReadRecord => ({
  ...{ kind: 'read', at: at as Instant, tenant: 'siegen', actor: 'person:m1', roles: ['coordinator'] },
  ...{ relation: 'member', method: 'GET', route: '/registration/:tenant/volunteers/:id', purpose: 'casework' },
  subjects,
  ...more,
});

describe('who saw what about a person', () => {
  let folder: string;
  let chain: AuditChain;
  let readModels: MemoryReadModels;
  let log: AccessLog;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    const keys = await openAuditKeys(environmentKeyring(Buffer.alloc(32, 1).toString('base64')));
    const anchors = new Anchors(join(folder, 'anchors'));
    const clock = new FakeClock('2026-03-02T07:00:00Z');
    const options = { folder: join(folder, 'audit'), chain: 'registration-main', keys, anchors, clock };
    chain = await AuditChain.open({ ...options, maxBytes: 600 });
    readModels = new MemoryReadModels();
    log = new AccessLog(readModels, chain);
    await log.open();
  });
  afterEach(async () => {
    await chain.close();
    rmSync(folder, { recursive: true });
  });
  const seen = async (subject: string, scope = siegen) =>
    (await log.of(scope, subject, { limit: 50, cursor: undefined })).items.map(({ row }) => row);

  it('is answered by person, the latest first', async () => {
    await chain.append(look('2026-03-02T07:00:00.000Z', { rosa: ['name'], walid: ['name'] }));
    await chain.append(look('2026-03-02T08:00:00.000Z', { rosa: ['contact'] }));
    expect((await seen('rosa')).map((row) => row.seen)).toEqual([['contact'], ['name']]);
    expect(await seen('walid')).toHaveLength(1);
    expect(await seen('amina')).toEqual([]);
  });
  it('goes on where it was, over files', async () => {
    for (let hour = 0; hour < 5; hour++) {
      await chain.append(look(`2026-03-02T0${hour}:00:00.000Z`, { rosa: ['name'] }));
      expect(await seen('rosa')).toHaveLength(hour + 1);
    }
  });
  it('is built anew from the files when the views are lost', async () => {
    for (let hour = 0; hour < 5; hour++) await chain.append(look(`2026-03-02T0${hour}:00:00.000Z`, { rosa: ['name'] }));
    await seen('rosa');
    log = new AccessLog(new MemoryReadModels(), chain);
    await log.open();
    expect(await seen('rosa')).toHaveLength(5);
  });
  it('after a restart nothing counts twice', async () => {
    await chain.append(look('2026-03-02T07:00:00.000Z', { rosa: ['name'] }));
    await seen('rosa');
    log = new AccessLog(readModels, chain);
    expect(await seen('rosa')).toHaveLength(1);
  });
  it('another tenant’s looks stay there', async () => {
    await chain.append(look('2026-03-02T07:00:00.000Z', { rosa: ['name'] }, { tenant: 'kreuztal' }));
    expect(await seen('rosa')).toEqual([]);
    expect(await seen('rosa', TenantScope.of('kreuztal'))).toHaveLength(1);
  });
  it('names role and organisation, and nobody of the staff', async () => {
    await chain.append(look('2026-03-02T07:00:00.000Z', { rosa: ['contact', 'name'] }));
    const [row] = await seen('rosa');
    const told = tell(row!, 'Stadt Siegen');
    expect(told.sentence).toEqual({
      de: 'Koordination (Stadt Siegen) sah: Kontaktdaten, Name. Zweck: tägliche Arbeit der Stelle.',
      en: 'coordination (Stadt Siegen) saw: contact details, name. Purpose: daily work of the office.',
    });
    expect(JSON.stringify([row, told])).not.toContain('m1');
  });
  it('tells what a county was let in for', async () => {
    const foreign = {
      relation: 'oversight',
      from: 'kreis',
      purpose: 'oversight',
      grantedFor: 'Jahresbericht',
    } as const;
    await chain.append(look('2026-03-02T07:00:00.000Z', { rosa: ['name'] }, foreign));
    const [row] = await seen('rosa');
    expect(tell(row!, 'Kreis')).toMatchObject({ grantedFor: 'Jahresbericht', purpose: { code: 'oversight' } });
  });
  it('tells one’s own looks from those of somebody one knows by a placement', async () => {
    const own = { relation: 'self', roles: ['newcomer'], self: 'walid', purpose: 'contact' } as const;
    await chain.append(look('2026-03-02T07:00:00.000Z', { rosa: ['name'], walid: ['contact'] }, own));
    const [[ofRosa], [ofWalid]] = [await seen('rosa'), await seen('walid')];
    expect(tell(ofRosa!, 'Stadt Siegen')).toMatchObject({
      relation: 'acquainted',
      sentence: { de: 'Wen Sie begleiten sah: Name. Zweck: Kontaktaufnahme.' },
    });
    expect(tell(ofWalid!, 'Stadt Siegen')).toMatchObject({ relation: 'self', roles: [{ de: 'Sie selbst' }] });
  });
  it('public looks have no role', async () => {
    await chain.append(look('2026-03-02T07:00:00.000Z', { rosa: ['name'] }, { relation: 'public', roles: [] }));
    const [row] = await seen('rosa');
    expect(tell(row!, '').sentence.de).toMatch(/^Jemand ohne Anmeldung sah: Name\./);
  });
});
