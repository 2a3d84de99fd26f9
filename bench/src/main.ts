import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchmarks, distributedBenchmarks } from './benchmarks.js';
import { docsPage, type Results } from './docs-page.js';
import { ratioOf, textTable } from './figures.js';
import { describeMachine } from './machine.js';
import type { Settings } from './settings.js';

const repository = join(import.meta.dirname, '../..');
const help = `npm run bench -- [options]
  --only NAME     one of: ${benchmarks.map(({ name }) => name).join(', ')}; may be repeated
  --distributed   what needs real servers (npm run bench:distributed): ${distributedBenchmarks.map(({ name }) => name).join(', ')}
  --json FILE     write the figures there
  --write-docs    write docs/benchmarks.md (or docs/benchmarks-distributed.md)
  --seconds N     length of one run (3)
  --rounds N      runs of each side, in turn; the median counts (5)
  --events N      events in the large histories (500000)
  --folder DIR    where the files lie (node_modules/.cache, on the disk of the sources)`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    distributed: { type: 'boolean', default: false },
    'write-docs': { type: 'boolean', default: false },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    events: { type: 'string', default: '500000' },
    folder: { type: 'string', default: join(repository, 'node_modules/.cache') },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) console.log(help);
else await main();

async function main(): Promise<void> {
  // Not in the system's temporary folder: that may be in memory, where a sync costs nothing.
  mkdirSync(options.folder, { recursive: true });
  const folder = mkdtempSync(join(options.folder, 'bench-'));
  // Root keys of what is measured go with it, also those of its child processes.
  process.env['XDG_STATE_HOME'] = join(folder, 'state');
  try {
    await measure({
      secondsPerRun: Number(options.seconds),
      rounds: Number(options.rounds),
      events: Number(options.events),
      folder,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(settings: Settings): Promise<void> {
  const { only, distributed } = options;
  const command = distributed ? 'npm run bench:distributed' : 'npm run bench';
  const page = distributed ? 'docs/benchmarks-distributed.md' : 'docs/benchmarks.md';
  const chosen = (distributed ? distributedBenchmarks : benchmarks).filter(({ name }) => only?.includes(name) ?? true);
  if (chosen.length === 0) throw new RangeError(`nothing is called '${only?.join() ?? ''}'\n${help}`);
  const machine = describeMachine(settings.folder);
  console.log(
    `${machine.processors} x ${machine.processor}, Node ${machine.node}, ${machine.syncsPerSecond} syncs a second`,
  );
  const results: Results['results'][number][] = [];
  for (const benchmark of chosen) {
    console.log(`\n${benchmark.title} (${benchmark.name})`);
    const figures = await benchmark.run(settings);
    console.log(textTable(figures));
    results.push({ benchmark, figures });
  }
  if (options.json) writeFileSync(options.json, jsonOf({ machine, settings, results }));
  if (options['write-docs']) writeFileSync(join(repository, page), docsPage({ command, machine, settings, results }));
}

function jsonOf({ machine, settings, results }: Omit<Results, 'command'>): string {
  const { secondsPerRun, rounds, events } = settings;
  const figures = results.flatMap(({ benchmark, figures }) =>
    figures.map((figure) => ({ benchmark: benchmark.name, ...figure, ratio: ratioOf(figure) })),
  );
  return `${JSON.stringify({ machine, settings: { secondsPerRun, rounds, events }, figures }, null, 2)}\n`;
}
