import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, TenantScope } from '@lotsennetz/kernel';
import { openKeyring, readAudit, readConfig, serve, type Config, type Deployment } from '@lotsennetz/platform';
import { foundTenantNamed, identity, services } from '@lotsennetz/suite';
import { rotateKeys } from '../rotate-keys.js';
import { verifyAuditRecords } from '../audit/verify.js';
import { migrate } from './migrate.js';

describe('the audit records of a move', () => {
  let folder: string;
  let old: Config;
  let target: Config;
  // Unless told, each data folder has a keyring of its own.
  const configOf = (name: string, keyring = '') =>
    readConfig({ PORT: '0', LOTSENNETZ_DATA: join(folder, name), LOTSENNETZ_KEYRING: keyring });
  const running = async <Result>(on: Config, work: (deployment: Deployment) => Promise<Result>) => {
    const registration = services.filter(({ name }) => name === 'registration');
    const deployment = await serve({ config: on, services: registration, identity });
    return work(deployment).finally(() => deployment.close());
  };
  const look = (deployment: Deployment, tenant: string, subject: string) =>
    deployment.service('registration').audit.append({
      ...{ kind: 'read', at: systemClock.now(), tenant, actor: 'person:m1', roles: ['coordinator'] },
      ...{ relation: 'member', method: 'GET', route: '/registration/:tenant/volunteers/:id', purpose: 'casework' },
      subjects: { [subject]: ['name'] },
    });
  const verify = async (on: Config) => {
    const lines: string[] = [];
    return { sound: await verifyAuditRecords(on, (line) => lines.push(line)), text: lines.join('\n') };
  };
  const seen = async (deployment: Deployment, subject: string) => {
    const { accessLog } = deployment.service('registration');
    return (await accessLog.of(TenantScope.of('siegen'), subject, { limit: 9, cursor: undefined })).items;
  };
  const readsIn = async ({ auditFolder }: Config) =>
    (await Array.fromAsync(readAudit(auditFolder))).filter(({ record }) => record.kind === 'read');
  const subjectsIn = async (on: Config) =>
    (await readsIn(on)).flatMap(({ record }) => (record.kind === 'read' ? Object.keys(record.subjects) : []));
  const move = (tenant?: string) =>
    migrate(target, {
      ...{ from: `sqlite:${old.dataFolder}`, to: 'configured', onProgress: () => undefined },
      ...(tenant === undefined ? {} : { tenant }),
    });

  /** As an operator does once the backups of their time are gone. */
  const removeOlderRootKeys = ({ keyring }: Config) => {
    const file = join(keyring, 'root.key');
    const [comment, explanation, present] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${[comment, explanation, present].join('\n')}\n`);
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
    [old, target] = [configOf('old'), configOf('new')];
    await running(old, async (deployment) => {
      for (const id of ['siegen', 'olpe'])
        await foundTenantNamed(deployment.service('registration'), {
          ...{ id, name: id, kind: 'municipality', timeZone: 'Europe/Berlin' },
        });
      await look(deployment, 'siegen', 'rosa');
      await look(deployment, 'olpe', 'amina');
      await look(deployment, 'siegen', 'walid');
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('of all tenants are verified with the old key, go on under the new one, and are found by the person', async () => {
    expect(target.keyring).not.toBe(old.keyring);
    await move();
    expect(await verify(target)).toMatchObject({
      sound: true,
      text: expect.stringContaining('registration-main: sound'),
    });
    await running(target, async (deployment) => {
      expect(await seen(deployment, 'rosa')).toHaveLength(1);
      await look(deployment, 'siegen', 'rosa');
    });
    expect(await subjectsIn(target)).toEqual(['rosa', 'amina', 'walid', 'rosa']);
    expect(await verify(target)).toMatchObject({ sound: true });
    expect(await verify(old)).toMatchObject({ sound: true });
  });

  it('show at the new place that they were changed or cut', async () => {
    await move();
    const file = join(target.auditFolder, 'registration-main.000000000001.log');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.replace('walid', 'emre'));
    expect((await verify(target)).text).toContain('is not what was written');
    writeFileSync(file, whole.split('\n').slice(0, 2).join('\n') + '\n');
    expect((await verify(target)).text).toContain('the end of the chain is cut off');
  });

  it('are verified after a rotation at the new place without the root key that was there', async () => {
    await move();
    await running(target, (deployment) => look(deployment, 'siegen', 'emre'));
    await rotateKeys(target, undefined);
    removeOlderRootKeys(target);
    expect(await verify(target)).toMatchObject({
      sound: true,
      text: expect.stringContaining('registration-main: sound'),
    });
    await running(target, (deployment) => look(deployment, 'siegen', 'rosa'));
    expect(await subjectsIn(target)).toEqual(['rosa', 'amina', 'walid', 'emre', 'rosa']);
    expect(await verify(target)).toMatchObject({ sound: true });
  });

  it('stop nothing where their key is gone with its root key, and are told', async () => {
    await move();
    await openKeyring(target).renew();
    removeOlderRootKeys(target);
    expect(await verify(target)).toMatchObject({
      sound: false,
      text: expect.stringContaining('line 1 was signed with a key that is not in the keyring'),
    });
  });

  it('of one tenant come alone, once, say where they stood, and are found by the person', async () => {
    await move('siegen');
    await move('siegen');
    expect(await subjectsIn(target)).toEqual(['rosa', 'walid']);
    expect((await readsIn(target)).map(({ chain, record }) => [chain, record.moved?.chain])).toEqual(
      Array(2).fill(['registration-moved-siegen', 'registration-main']),
    );
    await running(target, async (deployment) => {
      expect(await seen(deployment, 'rosa')).toMatchObject([{ row: { purpose: 'casework', subject: 'rosa' } }]);
      expect((await seen(deployment, 'rosa'))[0]?.row).not.toHaveProperty('moved');
    });
    expect(await verify(target)).toMatchObject({ sound: true });
    expect(await subjectsIn(old)).toEqual(['rosa', 'amina', 'walid']);
    expect(await verify(old)).toMatchObject({ sound: true });
  });

  it('of one tenant, come with a later move, are those since', async () => {
    await move('siegen');
    await running(old, (deployment) => look(deployment, 'siegen', 'emre'));
    await move('siegen');
    expect(await subjectsIn(target)).toEqual(['rosa', 'walid', 'emre']);
  });

  it('of one tenant that comes back are those since, not its first ones once more', async () => {
    for (let twice = 0; twice < 2; twice++) await running(old, (deployment) => look(deployment, 'siegen', 'rosa'));
    await move('siegen');
    await running(target, (deployment) => look(deployment, 'siegen', 'emre'));
    const back = { from: `sqlite:${target.dataFolder}`, to: 'configured', onProgress: () => undefined };
    for (let twice = 0; twice < 2; twice++) await migrate(old, { ...back, tenant: 'siegen' });
    expect(await subjectsIn(old)).toEqual(['rosa', 'amina', 'walid', 'rosa', 'rosa', 'emre']);
    await running(old, (deployment) => look(deployment, 'siegen', 'malte'));
    await move('siegen');
    expect(await subjectsIn(target)).toEqual(['emre', 'rosa', 'walid', 'rosa', 'rosa', 'malte']);
    for (const each of [old, target]) expect(await verify(each)).toMatchObject({ sound: true });
  });

  it('of one tenant do not look cut off at the source, where both sides share a keyring', async () => {
    target = configOf('new', old.keyring);
    await move('siegen');
    expect(await verify(old)).toMatchObject({ sound: true });
    expect((await verify(target)).text).toContain('registration-moved-siegen: sound');
  });
});
