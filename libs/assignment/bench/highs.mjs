// node bench/highs.mjs <folder with node_modules/highs> <instance>: the same problem as a linear program, as JSON.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readInstance } from './instance-file.mjs';

const [folder, file] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'))('highs');
const highs = await load();
const { requests, volunteers, rowStart, column, cost, capacity, unmatchedPenalty } = readInstance(file);
const objective = [];
const rows = [];
const places = Array.from({ length: volunteers }, () => []);
for (let r = 0; r < requests; r++) {
  const row = [`u${r}`];
  objective.push(`${unmatchedPenalty[r]} u${r}`);
  for (let e = rowStart[r]; e < rowStart[r + 1]; e++) {
    objective.push(`${cost[e]} x${e}`);
    row.push(`x${e}`);
    places[column[e]].push(`x${e}`);
  }
  rows.push(`${row.join(' + ')} = 1`);
}
places.forEach((row, v) => row.length > 0 && rows.push(`${row.join(' + ')} <= ${capacity[v]}`));
const model = `Minimize\n obj: ${objective.join('\n + ')}\nSubject To\n ${rows.join('\n ')}\nEnd`;
const t = performance.now();
const { ObjectiveValue } = highs.solve(model);
const warmMs = performance.now() - t;
console.log(
  JSON.stringify({ warmMs, total: String(Math.round(ObjectiveValue)), peakMb: process.resourceUsage().maxRSS / 1024 }),
);
