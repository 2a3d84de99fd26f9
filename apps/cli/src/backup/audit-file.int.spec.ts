import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { systemClock, TenantScope, type StreamName } from '@lotsennetz/kernel';
import { AuditDiffers, readAudit, readConfig, serve, type Config, type Deployment } from '@lotsennetz/platform';
import { identity, services } from '@lotsennetz/suite';
import { someEvent } from '@lotsennetz/testing';
import { verifyAuditRecords } from '../audit/verify.js';
import { withStores } from '../stores.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

const quiet = { onProgress: () => undefined };
const siegen = TenantScope.of('siegen');

describe('the audit records of a backup', () => {
  let folder: string;
  let config: Config;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    config = configOf('data');
    await recordSomething();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const at = (name: string) => join(folder, name);
  const configOf = (name: string, audit = '') =>
    readConfig({ PORT: '0', LOTSENNETZ_DATA: at(name), LOTSENNETZ_KEYRING: at('keyring'), LOTSENNETZ_AUDIT: audit });
  /** Nothing is backed up where nothing was recorded; a tenant's founding would add audit records of its own. */
  const recordSomething = () =>
    withStores(config, async (stores) => {
      const stream = 'training.note-siegen_a' as StreamName;
      await stores.ports('training').eventStore.append({ stream, expectedRevision: -1, events: [someEvent({})] });
    });
  const running = async <Result>(on: Config, work: (deployment: Deployment) => Promise<Result>) => {
    const registration = services.filter(({ name }) => name === 'registration');
    const deployment = await serve({ config: on, services: registration, identity });
    return work(deployment).finally(() => deployment.close());
  };
  const look = (deployment: Deployment, subject: string) =>
    deployment.service('registration').audit.append({
      ...{ kind: 'read', at: systemClock.now(), tenant: 'siegen', actor: 'person:m1', roles: ['coordinator'] },
      ...{ relation: 'member', method: 'GET', route: '/registration/:tenant/volunteers/:id', purpose: 'casework' },
      subjects: { [subject]: ['name'] },
    });
  const verify = async (on: Config) => {
    const lines: string[] = [];
    return { sound: await verifyAuditRecords(on, (line) => lines.push(line)), text: lines.join('\n') };
  };
  const seen = async (deployment: Deployment, subject: string) =>
    (await deployment.service('registration').accessLog.of(siegen, subject, { limit: 9, cursor: undefined })).items;
  const subjectsIn = async ({ auditFolder }: Config) =>
    (await Array.fromAsync(readAudit(auditFolder))).flatMap(({ record }) =>
      record.kind === 'read' ? Object.keys(record.subjects) : [],
    );

  it('are taken beside a running platform, and hold what was acknowledged', async () => {
    const made = await running(config, async (deployment) => {
      await look(deployment, 'rosa');
      return backup(config, at('backup'), quiet);
    });
    expect(made.audit).toMatchObject({ file: 'audit.ndjson.gz', lines: 1 });
    const lines = gunzipSync(readFileSync(at('backup/audit.ndjson.gz'))).toString();
    const file = join(config.auditFolder, 'registration-main.000000000001.log');
    expect((JSON.parse(lines) as { text: string }).text).toBe(readFileSync(file, 'utf8').trimEnd());
    expect(readdirSync(at('backup')).filter((name) => name.includes('anchor'))).toEqual([]);
  });

  it('are there after the restore for the person and for the verification, and the chain goes on', async () => {
    await running(config, async (deployment) => {
      await look(deployment, 'rosa');
      await backup(config, at('backup'), quiet);
      await look(deployment, 'rosa');
    });
    const target = configOf('restored');
    await restore(target, at('backup'), quiet);
    const { sound, text } = await verify(target);
    expect({ sound, text }).toMatchObject({
      sound: true,
      text: expect.stringContaining('registration-main: sound, 1'),
    });
    expect(text).toMatch(/was restored from the backup of \S+ up to line 1; lines 2 to 2 at least .* are lost/);
    await running(target, async (deployment) => {
      expect(await seen(deployment, 'rosa')).toHaveLength(1);
      await look(deployment, 'rosa');
      expect(await seen(deployment, 'rosa')).toHaveLength(2);
    });
    expect(await verify(target)).toMatchObject({ sound: true });
    expect(await subjectsIn(target)).toEqual(['rosa', 'rosa']);
  });

  it('stay as they are where they outlived the data folder', async () => {
    const [before, target] = [configOf('data', at('audit')), configOf('restored', at('audit'))];
    await running(before, async (deployment) => {
      await look(deployment, 'rosa');
      await backup(before, at('backup'), quiet);
      await look(deployment, 'walid');
    });
    await restore(target, at('backup'), quiet);
    expect(await subjectsIn(target)).toEqual(['rosa', 'walid']);
    expect((await verify(target)).text).toBe('registration-main: sound, 2 records');
  });

  it('are not written over others: the restore is refused before it writes anything', async () => {
    await running(config, (deployment) => look(deployment, 'rosa'));
    await backup(config, at('backup'), quiet);
    const other = configOf('other', at('audit'));
    await running(other, (deployment) => look(deployment, 'amina'));
    const target = configOf('restored', at('audit'));
    await expect(restore(target, at('backup'), quiet)).rejects.toThrow(AuditDiffers);
    expect(existsSync(target.dataFolder)).toBe(false);
    expect(await subjectsIn(target)).toEqual(['amina']);
  });
});
