// npm run bench -- [--json FILE] [--sizes 1000,5000] [--growth 1000,200000] [--highs-up-to 5000]
// Every figure is taken in a process of its own, one after another.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    sizes: { type: 'string', default: '1000,5000,20000,50000' },
    growth: { type: 'string', default: '1000,5000,20000,50000,100000,200000' },
    'highs-up-to': { type: 'string', default: '5000' },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bench-assignment-'));
const numbers = (list) => list.split(',').filter(Boolean).map(Number);
const node = (script, ...args) =>
  execFileSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', join(here, script), ...args.map(String)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

function compileLemon() {
  if (!existsSync('/usr/include/lemon/network_simplex.h')) return undefined;
  const binary = join(folder, 'lemon');
  try {
    execFileSync('g++', ['-O3', '-std=c++14', '-DNDEBUG', '-w', '-o', binary, join(here, 'lemon.cpp')]);
    return binary;
  } catch {
    return undefined;
  }
}

function installHighs() {
  const target = join(folder, 'highs');
  try {
    execFileSync('npm', ['install', '--prefix', target, '--no-save', '--silent', 'highs@1.15.3'], { stdio: 'ignore' });
    writeFileSync(join(target, 'package.json'), '{}');
    return target;
  } catch {
    return undefined;
  }
}

function instance(size, regime) {
  const file = join(folder, `${regime}-${size}.bin`);
  if (!existsSync(file)) node('make-instance.mjs', size, regime, file);
  return file;
}

const ms = (value) => (value === undefined ? 'skipped' : value.toFixed(value < 10 ? 1 : 0));
const lemon = compileLemon();
const highs = Number(options['highs-up-to']) > 0 ? installHighs() : undefined;
if (lemon === undefined) console.log('LEMON skipped: needs g++ and liblemon-dev');
if (highs === undefined) console.log('HiGHS skipped: turned off, or the npm package could not be installed');
console.log(
  'warm: median; best: quickest run. The ratio is of the quickest runs, which other work on the machine disturbs least.',
);

function compareSolvers(size, regime) {
  const file = instance(size, regime);
  const ours = JSON.parse(node('solve-instance.mjs', file));
  const theirs = lemon && JSON.parse(execFileSync(lemon, [file], { encoding: 'utf8' }));
  const lp = highs && size <= Number(options['highs-up-to']) ? JSON.parse(node('highs.mjs', highs, file)) : undefined;
  // LEMON and we count in integers and must agree; HiGHS works with tolerances.
  if (theirs && theirs.total !== ours.total) throw new Error(`totals differ: ${ours.total}, LEMON ${theirs.total}`);
  return { size, regime, ours, lemon: theirs, highs: lp, ratio: theirs && theirs.bestMs / ours.bestMs };
}

const report = {
  node: process.version,
  loadAverage: loadavg(),
  solvers: [],
  growth: [],
};
console.log(
  '\nregime    requests    pairs | first ms  warm ms  best ms  verify ms  MB | LEMON ms  best  MB | LEMON : ours | HiGHS ms  MB',
);
for (const regime of ['ample', 'scarce', 'critical']) {
  for (const size of numbers(options.sizes)) {
    const row = compareSolvers(size, regime);
    report.solvers.push(row);
    const { ours, lemon: l, highs: h } = row;
    const own = `${ms(ours.firstMs).padStart(8)} ${ms(ours.warmMs).padStart(8)} ${ms(ours.bestMs).padStart(8)} ${ms(ours.verifyMs).padStart(10)} ${ours.peakMb.toFixed(0).padStart(4)}`;
    const others = `${ms(l?.warmMs).padStart(8)} ${ms(l?.bestMs).padStart(5)} ${(l?.peakMb ?? 0).toFixed(0).padStart(4)} | ${(row.ratio ?? 0).toFixed(1).padStart(12)} | ${ms(h?.warmMs).padStart(8)} ${(h?.peakMb ?? 0).toFixed(0).padStart(4)}`;
    console.log(
      `${regime.padEnd(9)} ${String(size).padStart(8)} ${String(ours.pairs).padStart(8)} | ${own} | ${others}`,
    );
  }
}
console.log('\ngrowth (ample): requests, pairs, best ms, ns per pair, MB');
for (const size of numbers(options.growth)) {
  const ours = JSON.parse(node('solve-instance.mjs', instance(size, 'ample')));
  report.growth.push({ size, ...ours });
  const perPair = (ours.bestMs * 1e6) / ours.pairs;
  console.log(
    `${String(size).padStart(8)} ${String(ours.pairs).padStart(8)} ${ms(ours.bestMs).padStart(6)} ${perPair.toFixed(0).padStart(5)} ${ours.peakMb.toFixed(0).padStart(5)}`,
  );
}
report.orLibrary = JSON.parse(node('or-library.mjs'));
const { instances, firstMs, bestMs } = report.orLibrary;
console.log(`\nOR-Library, published optima reached: ${instances.map(({ name }) => name).join(' ')}`);
console.log(`all of them in ${ms(firstMs)} ms at the first call, ${ms(bestMs)} ms warm`);
const largest = Math.max(...numbers(options.sizes));
report.events = JSON.parse(node('events.mjs', instance(largest, 'ample')));
console.log(`\nsingle events at ${largest}: p50, p99, max in microseconds`);
for (const [kind, f] of Object.entries({ ...report.events.byKind, all: report.events.all })) {
  console.log(
    `${kind.padEnd(9)} ${f.p50Us.toFixed(1).padStart(7)} ${f.p99Us.toFixed(1).padStart(7)} ${f.maxUs.toFixed(0).padStart(7)}`,
  );
}
report.pipeline = JSON.parse(node('pipeline.mjs', largest));
const { first, warm } = report.pipeline;
console.log(`\nindex and candidates + solution + verification at ${largest} x ${largest} (place costs included), ms`);
for (const [name, run] of [
  ['first', first],
  ['warm', warm],
]) {
  console.log(
    `${name.padEnd(6)} ${ms(run.candidatesMs)} + ${ms(run.solveMs)} + ${ms(run.verifyMs)} = ${ms(run.sumMs)} (${run.pairs} pairs)`,
  );
}
if (options.json) writeFileSync(options.json, `${JSON.stringify(report, undefined, 2)}\n`);
rmSync(folder, { recursive: true });
