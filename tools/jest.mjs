// Runs the jest suite of the project in the working directory and leaves its counts in reports/jest/<project>.json.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = JSON.parse(readFileSync('package.json', 'utf8')).name;
const report = join(root, 'reports/jest', `${project}.json`);
mkdirSync(join(report, '..'), { recursive: true });
const jest = join(root, 'node_modules/jest/bin/jest.js');
const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const where = ['--config', join(root, 'jest.config.mjs'), '--rootDir', process.cwd()];
const options = [...where, '--passWithNoTests', '--json', '--outputFile', report, ...process.argv.slice(2)];
const run = spawnSync(process.execPath, [...nodeOptions, jest, ...options], {
  stdio: ['inherit', 'ignore', 'inherit'],
});
process.exitCode = run.status ?? 1;
