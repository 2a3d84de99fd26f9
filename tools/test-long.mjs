// The long forms, *.long.spec.ts: minutes to hours, so `npm test` leaves them out. Runs those of every project, one after
// the other, and goes on after a failure. Arguments go to jest: `npm run test:long -- crash`.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const projects = globSync(['{apps,libs,services}/*/package.json', 'libs/adapters/*/package.json', '*/package.json'], {
  cwd: root,
})
  .map(dirname)
  .filter((project) => globSync('**/*.long.spec.ts', { cwd: join(root, project), exclude: isForeign }).length > 0);

const long = ['--testMatch', '**/*.long.spec.ts', '--testPathIgnorePatterns', '/node_modules/', '/dist/'];
for (const project of projects) {
  console.log(`==> ${project}`);
  const { status } = spawnSync(process.execPath, [join(root, 'tools/jest.mjs'), ...process.argv.slice(2), ...long], {
    cwd: join(root, project),
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

function isForeign(path) {
  return /(^|\/)(node_modules|dist)(\/|$)/.test(path);
}
