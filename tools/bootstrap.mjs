// Runs the npm scripts from a fresh clone on any Node >= 20 with nothing installed:
// installs what is missing, then does the task on the Node 24 that package.json pins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clearReports, failuresIn, sumReports } from './check-reports.mjs';

const OLDEST_NODE = 20;
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const pinnedNode = join(modules, '.bin/node');
const nx = join(modules, '.bin/nx');
const cli = join(root, 'apps/cli/dist/main.js');
const stamp = join(modules, '.lotsennetz-lock');
const env = {
  ...process.env,
  PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  SCARF_ANALYTICS: 'false',
};

const tasks = {
  start: (ms) => lotsennetz('start', ms),
  distributed: (ms) => lotsennetz('distributed', ms),
  stack: (ms) => lotsennetz('stack', ms),
  test,
  'test:long': testLong,
  bench: () => bench(),
  'bench:distributed': () => bench('--distributed'),
  'bench:assignment': benchAssignment,
  build: () => nxRun('build'),
  lint: () => nxRun('lint'),
  sbom,
};

const [task = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function main() {
  if (!Object.hasOwn(tasks, task)) throw new Error(`Unknown task "${task}". One of: ${Object.keys(tasks).join(', ')}.`);
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE)
    throw new Error(
      `Lotsennetz needs Node ${OLDEST_NODE} or newer to install itself; this is ${process.versions.node}.`,
    );
  const installMs = await installWhenStale();
  return tasks[task](installMs);
}

/** Repeatable: returns 0 without touching anything while node_modules fits the lock file. */
async function installWhenStale() {
  if (existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, 'utf8') === lockHash()) return 0;
  console.log('Installing what package-lock.json names (once, and again when it changes) ...');
  const since = performance.now();
  // `npm install`, not `npm ci`: where a registry lacks optional packages of other platforms, `npm ci` refuses the lock.
  const npm = process.env.npm_execpath;
  const command = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const { status } = await run([...command, 'install', '--loglevel=error', '--no-audit', '--no-fund']);
  if (status !== 0) throw new Error('`npm install` failed; its message is above. Nothing was started.');
  if (!existsSync(pinnedNode))
    throw new Error(
      'The pinned Node 24 is missing: npm did not run its install script. Run: npm rebuild node --ignore-scripts=false',
    );
  writeFileSync(stamp, lockHash());
  const installMs = Math.round(performance.now() - since);
  console.log(`Installed in ${seconds(installMs)}.`);
  return installMs;
}

async function lotsennetz(command, installMs) {
  const since = performance.now();
  const { status, output } = await run([pinnedNode, nx, ...runMany('build')], { quiet: true });
  if (status !== 0) {
    console.error(output);
    throw new Error('The build failed; nothing was started.');
  }
  const buildMs = Math.round(performance.now() - since);
  console.log(`Built in ${seconds(buildMs)}.`);
  if (!existsSync(cli))
    throw new Error('apps/cli/dist/main.js is missing after the build: is there an apps/cli/src/main.ts?');
  const timings = { LOTSENNETZ_INSTALL_MS: String(installMs), LOTSENNETZ_BUILD_MS: String(buildMs) };
  return (await run([pinnedNode, '--enable-source-maps', cli, command, ...args], { cwd: process.cwd(), timings }))
    .status;
}

/** Against what was built, as `npm start` runs it; only the benchmarks themselves are compiled on the fly. */
async function bench(...options) {
  const { status, output } = await run([pinnedNode, nx, ...runMany('build')], { quiet: true });
  if (status !== 0) {
    console.error(output);
    throw new Error('The build failed; nothing was measured.');
  }
  const hook = join(root, 'tools/swc-hook.mjs');
  return (await run([pinnedNode, '--import', hook, join(root, 'bench/src/main.ts'), ...options, ...args])).status;
}

async function benchAssignment() {
  const { status, output } = await run([pinnedNode, nx, ...runMany('build'), '-p', '@lotsennetz/assignment'], {
    quiet: true,
  });
  if (status !== 0) {
    console.error(output);
    throw new Error('The build failed; nothing was measured.');
  }
  return (await run([pinnedNode, join(root, 'libs/assignment/bench/run.mjs'), ...args])).status;
}

async function test() {
  clearReports(root);
  const status = await nxRun('test');
  const sum = sumReports(root, { everyProject: args.length === 0 });
  for (const failure of failuresIn(root)) console.log(`FAILED ${failure}`);
  for (const project of sum.unreported) console.log(`FAILED ${project}: left no test report`);
  if (env.CI && sum.skipped > 0) console.error('Skipped tests are failures in CI.');
  console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
  const red = sum.failed > 0 || (env.CI && sum.skipped > 0);
  return status === 0 && red ? 1 : status;
}

/** What is delivered, as CycloneDX: reports/sbom.json, the same for the same lock file. */
async function sbom() {
  const file = join(root, 'reports/sbom.json');
  mkdirSync(join(root, 'reports'), { recursive: true });
  const tool = join(modules, '@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js');
  const options = ['--omit', 'dev', '--output-reproducible', '--output-format', 'JSON', '--output-file', file];
  // It asks npm, which belongs to the Node that started this. Versions that npm only frowns on are no reason to say nothing.
  const { status } = await run([process.execPath, tool, '--ignore-npm-errors', ...options, join(root, 'package.json')]);
  if (status !== 0) throw new Error('The bill of materials was not written; the message of its tool is above.');
  const { components } = JSON.parse(readFileSync(file, 'utf8'));
  console.log(`reports/sbom.json: ${components.length} components.`);
  return 0;
}

async function testLong() {
  return (await run([pinnedNode, join(root, 'tools/test-long.mjs'), ...args])).status;
}

async function nxRun(target) {
  return (await run([pinnedNode, nx, ...runMany(target), ...args])).status;
}

function runMany(target) {
  return ['run-many', '-t', target, '--parallel=2', '--outputStyle=static'];
}

/** Runs a command to its end, in the workspace unless told otherwise; a signal is passed on and becomes 128 + its number. */
function run([command, ...rest], { quiet = false, cwd = root, timings = {} } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, rest, { cwd, stdio, env: { ...env, ...timings } });
  const forward = (signal) => {
    // A terminal sends Ctrl-C to the child too; twice would read as impatience.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  for (const signal of Object.keys(signals)) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`${command} does not run: ${cause.message}`, { cause })));
    child.once('close', (code, signal) => {
      for (const name of Object.keys(signals)) process.off(name, forward);
      resolve({ status: code ?? 128 + (signals[signal] ?? 9), output });
    });
  });
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
