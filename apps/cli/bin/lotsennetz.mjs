#!/usr/bin/env node
// Runs the command line on the Node that package.json pins, whatever Node the system has.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const node = fileURLToPath(new URL('../../../node_modules/.bin/node', import.meta.url));
if (!existsSync(main) || !existsSync(node)) {
  console.error('Lotsennetz is not built yet; run: npm run build');
  process.exit(1);
}
// The child shares the terminal, so it gets Ctrl+C itself; the parent only waits for it.
process.on('SIGINT', () => undefined);
const { status, signal } = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? (signal ? 1 : 0);
