import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
const fromSource = ['--conditions=@lotsennetz/source', '--import', './tools/swc-hook.mjs', 'apps/cli/src/main.ts'];

interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function lotsennetz(settings: Readonly<Record<string, string>>, ...args: readonly string[]): Result {
  return spawnSync(process.execPath, [...fromSource, ...args], {
    cwd: repository,
    env: { ...process.env, ...settings },
    encoding: 'utf8',
  });
}

describe('the command line with a setting that cannot be used', () => {
  const unusable = { PORT: 'abc' };
  it('still explains itself', () => {
    expect(lotsennetz(unusable, 'import', '--help').status).toBe(0);
  });
  it('says which, and nothing else', () => {
    const { status, stderr } = lotsennetz(unusable, 'parked', 'list');
    expect([status, stderr]).toEqual([1, "PORT must be a whole number, not 'abc'\n"]);
  });
});

describe('the command line on a data folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const settings = { LOTSENNETZ_DATA: join(folder, 'data'), LOTSENNETZ_KEYRING: join(folder, 'keyring') };
  const run = (...args: readonly string[]) => lotsennetz(settings, ...args);
  const siegen = ['--tenant', 'siegen'] as const;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says that there is nothing, beside the empty list', () => {
    expect(run('tenant', 'list')).toMatchObject({
      ...{ status: 0, stdout: '', stderr: expect.stringContaining('there are no tenants yet') },
    });
  });
  it('backs nothing up where nothing was recorded', () => {
    const { status, stderr } = run('backup', join(folder, 'backup'));
    expect(stderr).toContain(`nothing was ever recorded in ${settings.LOTSENNETZ_DATA}`);
    expect(status).toBe(1);
  });
  it('says what was done, and what comes next', () => {
    const { stdout, stderr } = run('tenant', 'add', 'siegen', '--name', 'Stadt Siegen', '--kind', 'municipality');
    expect(stdout).toBe('siegen: founded, and every service knows it\n');
    expect(stderr).toContain('lotsennetz staff appoint --tenant siegen --role administrator');
  });
  it('gives a script the token alone, and a person how to take it back', () => {
    const { stdout, stderr } = run('token', 'create', ...siegen, '--role', 'analyst');
    expect(stdout).toMatch(/^lotse_\S+\n$/);
    const [, tokenId = ''] = /lotsennetz token revoke (\S+) --tenant siegen/.exec(stderr) ?? [];
    expect(run('token', 'revoke', tokenId, ...siegen).stdout).toBe(
      `${tokenId}: revoked; no service honours it any more\n`,
    );
  });
  it('names what cannot be used', () => {
    const ada = ['--given-name', 'Ada', '--family-name', 'Winter', '--email', 'ada'];
    const appointed = run('staff', 'appoint', ...siegen, '--role', 'administrator', ...ada);
    expect([appointed.status, appointed.stderr]).toEqual([1, expect.stringMatching(/^email: email must be an email/)]);
    const report = run('report', 'integration', ...siegen, '--as-of', 'morgen');
    expect([report.status, report.stderr]).toEqual([1, '--as-of: not a day (YYYY-MM-DD): morgen\n']);
    expect(run('tenant', 'apply', join(folder, 'nowhere.yaml')).stderr).toMatch(/^there is no file .*nowhere.yaml\n$/);
  });
});

describe('the command line on servers that cannot be reached', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('starts nothing distributed, leaves nothing running and says why', () => {
    const settings = {
      ...{ LOTSENNETZ_DATA: join(folder, 'data'), LOTSENNETZ_KEYRING: join(folder, 'keyring'), PORT: '0' },
      ...{ KAFKA_URL: 'sqlite:', MONGODB_URL: 'sqlite:', EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' },
    };
    const { status, stderr } = lotsennetz(settings, 'distributed');
    expect(stderr).toContain('the event store cannot be reached: ');
    expect(stderr).toContain('127.0.0.1:1');
    expect(status).toBe(1);
  });
});
