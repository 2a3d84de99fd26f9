import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TenantScope } from '@lotsennetz/kernel';
import { readAudit, readConfig, serve, type Config } from '@lotsennetz/platform';
import { createTokenFor, foundTenantNamed, PlatformClient, services } from '@lotsennetz/suite';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { privacyLines } from './status.js';

describe('rights of people on the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-'));
  const told: string[] = [];
  const tell = (line: string) => void told.push(line);
  let config: Config;
  let token: string;
  const id = { rosa: '', emre: '' };

  beforeAll(async () => {
    config = readConfig({
      PORT: '0',
      LOTSENNETZ_DATA: join(folder, 'data'),
      LOTSENNETZ_KEYRING: join(folder, 'keyring'),
    });
    const deployment = await serve({ config, services });
    try {
      const registration = deployment.service('registration');
      const siegen = { id: 'siegen', name: 'Stadt Siegen', kind: 'municipality', timeZone: 'Europe/Berlin' } as const;
      await foundTenantNamed(registration, siegen);
      token = (await createTokenFor(registration, { tenant: 'siegen', role: 'administrator' })).token;
      await deployment.settled();
      const client = new PlatformClient(`http://127.0.0.1:${deployment.port ?? 0}`, token);
      const known = { languages: ['de'], town: 'Siegen', phone: '0271 55500024' };
      for (const [who, givenName] of [
        ['rosa', 'Rosalinde'],
        ['emre', 'Emre'],
      ] as const) {
        const person = { givenName, familyName: 'Nassauer', ...known };
        id[who] = (await client.post<{ id: string }>('/registration/siegen/volunteers', person)).id;
      }
      await deployment.settled();
    } finally {
      await deployment.close();
    }
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes what is stored about a person, for the owner of the files alone, while no platform runs', async () => {
    const out = join(folder, 'rosa');
    await exportPerson(config, { tenant: 'siegen', person: id.rosa, out }, tell);
    const { services: told } = JSON.parse(readFileSync(join(out, 'data.json'), 'utf8')) as { services: object };
    expect(Object.keys(told).sort()).toEqual(services.map(({ name }) => name).sort());
    expect(JSON.stringify(told)).toContain('Rosalinde');
    expect(readFileSync(join(out, 'document.pdf')).subarray(0, 4).toString()).toBe('%PDF');
    expect(statSync(join(out, 'data.json')).mode & 0o777).toBe(0o600);
    await expect(exportPerson(config, { tenant: 'siegen', person: id.rosa, out }, tell)).rejects.toThrow(
      'is there already',
    );
  }, 60_000);

  it('is on record, also for the person, and not for what was refused', async () => {
    const records = await Array.fromAsync(readAudit(config.auditFolder));
    expect(records.filter(({ chain }) => chain.startsWith('cli-')).map(({ record }) => record)).toEqual([
      expect.objectContaining({
        ...{ kind: 'read', tenant: 'siegen', actor: 'cli', purpose: 'data-protection' },
        subjects: { [id.rosa]: ['export'] },
      }),
    ]);
    const deployment = await serve({ config, services });
    try {
      const page = { limit: 10, cursor: undefined };
      const { items } = await deployment.service('registration').accessLog.of(TenantScope.of('siegen'), id.rosa, page);
      expect(items.map(({ row }) => row)).toContainEqual(expect.objectContaining({ relation: 'operator' }));
    } finally {
      await deployment.close();
    }
  }, 60_000);

  it('forgets a person beside a running platform, and again changes nothing', async () => {
    const deployment = await serve({ config, services });
    try {
      const erase = () => erasePerson(config, { tenant: 'siegen', person: id.rosa, ground: 'consent-withdrawn' }, tell);
      await erase();
      await erase();
      expect(told.at(-1)).toBe('every service has said that nothing is left');
      const lines = await privacyLines(config, { tenant: 'siegen', person: id.rosa });
      expect(lines.map((line) => line.split('\t').slice(0, 3))).toEqual([
        ['erasure', id.rosa, 'completed'],
        ['export', id.rosa, 'expired'],
      ]);
    } finally {
      await deployment.close();
    }
  }, 60_000);

  it('waits for nobody when a legal hold stands against it', async () => {
    const deployment = await serve({ config, services });
    try {
      const client = new PlatformClient(`http://127.0.0.1:${deployment.port ?? 0}`, token);
      const hold = { reason: 'open-accident-claim', until: '2099-12-31' };
      await client.post(`/registration/siegen/erasures/${id.emre}/holds`, hold);
      const erase = erasePerson(config, { tenant: 'siegen', person: id.emre, ground: 'objection' }, tell);
      await expect(erase).rejects.toThrow('held, reason open-accident-claim, until 2099-12-31');
    } finally {
      await deployment.close();
    }
  }, 60_000);

  it('says what is wrong with what was asked', async () => {
    const at = (person: string, ground = 'objection') => ({ tenant: 'siegen', person, ground });
    await expect(erasePerson(config, at('nobody'), tell)).rejects.toThrow(
      "knows no volunteer, household or member 'nobody'",
    );
    await expect(erasePerson(config, at(id.emre, 'fun'), tell)).rejects.toThrow('a ground is one of purpose-ended');
    await expect(erasePerson(config, { ...at(id.emre), tenant: 'nowhere' }, tell)).rejects.toThrow(
      "no tenant 'nowhere'",
    );
    const out = join(folder, 'gone');
    await expect(exportPerson(config, { tenant: 'siegen', person: id.rosa, out }, tell)).rejects.toThrow('was deleted');
    expect(existsSync(out)).toBe(false);
  });
});
