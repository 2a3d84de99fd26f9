import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@lotsennetz/platform';
import { applyTenants } from './apply-tenants.js';
import { readTenantFile } from './tenant-file.js';

const sound = `id: siegen
name: Siegen
kind: municipality
timeZone: Europe/Berlin
languages: [de, ar]
offices:
  - name: Mitte
    town: Siegen
`;

describe('a file that describes a tenant', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tenants-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const written = (text: string) => {
    const path = join(folder, 'siegen.yaml');
    writeFileSync(path, text);
    return path;
  };

  it.each([
    ['name: Siegen', 'nmae: Siegen', /:2: nmae: .*should not exist/],
    ['kind: municipality', 'kind: town', /:3: kind: /],
    ['Europe/Berlin', 'Europe/Siegen', /:4: timeZone: /],
    ['[de, ar]', '[de, 7]', /:5: languages: /],
    ['    town: Siegen', '    twon: Siegen', /:8: offices\.0\.twon: .*should not exist/],
    ['languages: [de, ar]', 'languages: [de', /:\d: /],
    ['id: siegen', 'id: siegen\nid: kreuztal', /:2: /],
  ])('with %j as %j is refused, with the line', (from, to, message) => {
    expect(() => readTenantFile(written(sound.replace(from, to)))).toThrow(message);
  });

  it('is applied, and applied again without a change', async () => {
    const config = readConfig({ LOTSENNETZ_DATA: join(folder, 'data'), LOTSENNETZ_KEYRING: join(folder, 'keys') });
    const told: string[] = [];
    const apply = (text: string) => applyTenants(config, [written(text)], (line) => told.push(line));
    await apply(sound);
    await apply(sound);
    await apply(sound.replace('[de, ar]', '[de]').concat('  - name: Weidenau\n'));
    expect(told).toEqual([
      "siegen: founded, office 'Mitte' opened",
      'siegen: nothing to change',
      "siegen: languages changed, office 'Weidenau' opened",
    ]);
    await expect(apply(sound.replace('municipality', 'county'))).rejects.toThrow(
      "'siegen' was founded as municipality",
    );
  }, 60_000);
});
