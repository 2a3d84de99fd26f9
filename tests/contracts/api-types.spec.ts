import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answersFile } from '@lotsennetz/suite';
import { answersDocument } from '../../tools/contracts/answers/answers-document.js';
import { openapiDocument } from '../../tools/contracts/openapi-document.js';

const portal = join(import.meta.dirname, '../../apps/portal');

it('what the routes answer is what a running platform says they answer (else: npm run api-types)', () => {
  expect(readFileSync(answersFile, 'utf8')).toBe(answersDocument());
}, 120_000);

it('the portal’s types of the API are those of the services (else: npm run api-types)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsennetz-api-types-'));
  try {
    const [document, types] = [join(folder, 'openapi.json'), join(folder, 'schema.d.ts')];
    writeFileSync(document, await openapiDocument());
    const command = join(portal, 'node_modules/.bin/openapi-typescript');
    const run = spawnSync(command, [document, '-o', types], { cwd: portal, encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(readFileSync(join(portal, 'src/api/schema.d.ts'), 'utf8')).toBe(readFileSync(types, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
