import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, type Config } from '@lotsennetz/platform';
import { startForTest, type TestDeployment } from '@lotsennetz/platform/testing';
import { services } from '@lotsennetz/suite';
import { exportAudit, type AuditFormat } from './export.js';
import { verifyAuditRecords } from './verify.js';

describe('the audit records on the command line', () => {
  let platform: TestDeployment;
  let config: Config;
  beforeEach(async () => {
    platform = await startForTest(services.filter(({ name }) => name === 'registration'));
    config = readConfig({ LOTSENNETZ_DATA: platform.folder, LOTSENNETZ_KEYRING: platform.keyring });
    const { audit } = platform.service('registration');
    for (const [day, route] of [
      ['2026-03-01', '/registration/:tenant/volunteers'],
      ['2026-03-02', '=HYPERLINK("x")'],
    ] as const)
      await audit.append({
        ...{ kind: 'read', at: `${day}T07:00:00.000Z` as never, tenant: 'siegen', actor: 'person:m1', method: 'GET' },
        ...{ roles: ['coordinator'], relation: 'member', route, purpose: 'casework' },
        subjects: { rosa: ['name', 'contact'], walid: ['name'] },
      });
    await audit.append({
      ...{ kind: 'grant', at: '2026-03-03T07:00:00.000Z' as never, tenant: 'kreuztal', actor: 'operator' },
      ...{ event: 'TokenCreated', eventId: 'e1', stream: 'registration.token-kreuztal_t1' },
    });
    await audit.anchor();
  });
  afterEach(() => platform.close());

  const verify = async () => {
    const lines: string[] = [];
    const sound = await verifyAuditRecords(config, (line) => lines.push(line));
    return { sound, lines };
  };
  const lines = (format: AuditFormat, selection = {}) => Array.fromAsync(exportAudit(config, selection, format));
  const file = () => join(platform.folder, 'audit', 'registration-main.000000000001.log');

  it('verify is content with what was written', async () => {
    expect(await verify()).toMatchObject({ sound: true, lines: ['registration-main: sound, 3 records'] });
  });
  it('verify names the line that was changed', async () => {
    writeFileSync(file(), readFileSync(file(), 'utf8').replace('walid', 'amina'));
    expect(await verify()).toMatchObject({
      sound: false,
      lines: ['registration-main: TAMPERED WITH, 3 records', '  line 1 is not what was written'],
    });
  });
  it('verify tells a cut end', async () => {
    writeFileSync(file(), readFileSync(file(), 'utf8').split('\n').slice(0, 2).join('\n') + '\n');
    expect(await verify()).toMatchObject({ sound: false });
  });
  it('export takes tenant and days', async () => {
    const some = await lines('json', { tenant: 'siegen', from: '2026-03-02', to: '2026-03-02' });
    expect(some.map((line) => JSON.parse(line) as object)).toMatchObject([
      { chain: 'registration-main', at: '2026-03-02T07:00:00.000Z', subjects: { rosa: ['name', 'contact'] } },
    ]);
  });
  it('export as CSV has a line a person and no formulas', async () => {
    const [head, ...rows] = await lines('csv');
    expect(head).toMatch(/^\uFEFFchain;n;at;kind;tenant;actor;roles;/);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toContain('/registration/:tenant/volunteers;casework;;rosa;name contact');
    expect(rows[2]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(rows[4]).toMatch(/;grant;kreuztal;operator;.*TokenCreated;e1;registration.token-kreuztal_t1$/);
    expect(new Set([head, ...rows].map((row) => row!.split(';').length)).size).toBe(1);
  });
});
