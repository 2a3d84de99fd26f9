import { readFileSync, writeFileSync } from 'node:fs';

/** Writes a problem without place costs: counts, rowStart, column, cost, capacity as int32, penalties as float64. */
export function writeInstance(file, problem) {
  const counts = Int32Array.of(problem.requests, problem.volunteers, problem.column.length);
  const ints = [counts, problem.rowStart, problem.column, Int32Array.from(problem.cost), problem.capacity];
  const parts = [...ints, problem.unmatchedPenalty].map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength));
  writeFileSync(file, Buffer.concat(parts));
}

export function readInstance(file) {
  const bytes = readFileSync(file);
  let at = 0;
  const ints = (length) => {
    const array = new Int32Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 4 * length));
    at += 4 * length;
    return array;
  };
  const [requests, volunteers, pairs] = ints(3);
  const [rowStart, column, cost, capacity] = [ints(requests + 1), ints(pairs), ints(pairs), ints(volunteers)];
  const unmatchedPenalty = new Float64Array(bytes.buffer.slice(bytes.byteOffset + at));
  return { requests, volunteers, rowStart, column, cost, capacity, unmatchedPenalty };
}
