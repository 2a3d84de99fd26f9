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
const config = ['--config', join(root, 'jest.config.mjs'), '--rootDir', process.cwd(), '--passWithNoTests', '--json', '--outputFile', report];
const run = spawnSync(process.execPath, ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...config, ...process.argv.slice(2)], {
  stdio: ['inherit', 'ignore', 'inherit'],
});
process.exitCode = run.status ?? 1;
