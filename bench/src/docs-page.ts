import type { Figure } from './figures.js';
import { markdownTable } from './figures.js';
import type { Machine } from './machine.js';
import type { Benchmark, Settings } from './settings.js';

export interface Results {
  /** What runs these benchmarks. */
  readonly command: string;
  readonly machine: Machine;
  readonly settings: Settings;
  readonly results: readonly { readonly benchmark: Benchmark; readonly figures: readonly Figure[] }[];
}

/** The page of the last run. */
export function docsPage({ command, machine, settings, results }: Results): string {
  const { processors, processor, memoryGb, platform, node, syncsPerSecond, measuredAt } = machine;
  return [
    '# Benchmarks',
    `\`${command}\` measures ours beside a baseline on the same machine in the same run, in turn, and compares medians; \`${command} -- --write-docs\` writes this page. Absolute figures say more about the machine than about the code: no test asserts one. A goal is the least ratio we aim for.`,
    `Last run: ${measuredAt.slice(0, 10)}, ${processors} x ${processor}, ${memoryGb} GB, ${platform}, Node ${node}; the disk takes ${syncsPerSecond} syncs a second. ${settings.rounds} runs of ${settings.secondsPerRun} s for each side; large histories hold ${settings.events.toLocaleString('en')} events.`,
    ...results.flatMap(sectionOf),
    '',
  ].join('\n\n');
}

function sectionOf({ benchmark, figures }: Results['results'][number]): readonly string[] {
  const notes = figures.flatMap(({ what, note }) => (note ? [`- ${what}: ${note}`] : []));
  return [
    `## ${benchmark.title}`,
    benchmark.about,
    markdownTable(figures),
    ...(benchmark.behind ? [benchmark.behind] : []),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ];
}
