// `npm run dependencies:check`: what is installed keeps to the policy in docs/security.md. Needs no network. Exits with 1
// when anything does not; the last line counts as a test runner's.
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { violations, type LockEntry, type Manifest } from './policy.js';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
const { workspaces, allowScripts } = read('package.json') as {
  workspaces: readonly string[];
  allowScripts: Record<string, boolean>;
};
const paths = [
  'package.json',
  ...globSync(
    workspaces.map((each) => `${each}/package.json`),
    { cwd: root },
  ).sort(),
];
const found = violations({
  manifests: paths.map((path) => ({ ...(read(path) as Omit<Manifest, 'path'>), path })),
  lock: (read('package-lock.json') as { packages: Record<string, LockEntry> }).packages,
  allowScripts,
});
for (const each of found) console.log(each);
console.log(found.length === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
process.exitCode = found.length === 0 ? 0 : 1;
