// node bench/or-library.mjs [file ...]: solves instances in the format of Beasley's OR-Library (n, then n x n costs, one
// place each), checks the certificates, compares with optima.tsv beside them; JSON. Default: the four in the examples.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assign, verify } from '../dist/index.js';

const examples = fileURLToPath(new URL('../examples/or-library/', import.meta.url));
const given = process.argv.slice(2);
const listed = () => readdirSync(examples).filter((name) => name.endsWith('.txt'));
const files = given.length > 0 ? given : listed().map((name) => join(examples, name));

function readProblem(file) {
  const [size, ...cost] = readFileSync(file, 'utf8').trim().split(/\s+/).map(Number);
  if (cost.length !== size * size) throw new Error(`${file}: ${cost.length} costs, expected ${size * size}`);
  const dearest = cost.reduce((most, c) => Math.max(most, Math.abs(c)), 1);
  return {
    requests: size,
    volunteers: size,
    capacity: new Int32Array(size).fill(1),
    rowStart: Int32Array.from({ length: size + 1 }, (_, r) => r * size),
    column: Int32Array.from(cost, (_, e) => e % size),
    cost: Int32Array.from(cost),
    unmatchedPenalty: new Float64Array(size).fill(1 + size * dearest),
  };
}

function publishedOptimum(file) {
  const table = join(dirname(file), 'optima.tsv');
  if (!existsSync(table)) return undefined;
  const lines = readFileSync(table, 'utf8').trim().split('\n');
  const line = lines.map((each) => each.split('\t')).find(([name]) => name === basename(file, '.txt'));
  return line && Number(line[1]);
}

const instances = files.map((file) => ({
  name: basename(file),
  problem: readProblem(file),
  published: publishedOptimum(file),
}));
const roundsMs = [];
for (let round = 0; round < 20; round++) {
  const start = performance.now();
  for (const instance of instances) instance.assignment = assign(instance.problem);
  roundsMs.push(performance.now() - start);
}
const answers = instances.map(({ name, problem, published, assignment }) => {
  verify(problem, assignment);
  if (published !== undefined && published !== assignment.totalCost)
    throw new Error(`${name}: ${assignment.totalCost} is not the published ${published}`);
  return { name, total: String(assignment.totalCost), published };
});
const [firstMs, ...others] = roundsMs;
console.log(JSON.stringify({ instances: answers, firstMs, bestMs: Math.min(...others) }));
