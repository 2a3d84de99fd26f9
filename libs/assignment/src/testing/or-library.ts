import { readFileSync } from 'node:fs';
import type { Problem } from '../problem.js';
import { packRows } from './random-problem.js';

const FOLDER = new URL('../../examples/or-library/', import.meta.url);

/** Published optima by instance name. */
export function publishedOptima(): Map<string, number> {
  const [, ...lines] = readFileSync(new URL('optima.tsv', FOLDER), 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split('\t')).map(([name, optimum]) => [name as string, Number(optimum)]));
}

/** A square instance of Beasley's OR-Library: everybody has to be matched. */
export function orLibraryProblem(name: string): Problem {
  const [n, ...costs] = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')
    .trim()
    .split(/\s+/)
    .map(Number);
  const size = n as number;
  const rows = Array.from({ length: size }, (_, r) =>
    Array.from({ length: size }, (_, volunteer) => ({ volunteer, cost: costs[r * size + volunteer] as number })),
  );
  const unmatchedPenalty = new Float64Array(size).fill(size * 1000);
  return { ...packRows(rows), volunteers: size, capacity: new Int32Array(size).fill(1), unmatchedPenalty };
}
