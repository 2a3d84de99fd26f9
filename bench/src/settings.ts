import type { Figure } from './figures.js';

/** How long and how often each thing is measured. */
export interface Settings {
  readonly secondsPerRun: number;
  /** Runs of ours and of the baseline, in turn; the median counts. */
  readonly rounds: number;
  /** Events in the large histories. */
  readonly events: number;
  /** Folder for the files of this run; emptied afterwards. */
  readonly folder: string;
}

export interface Benchmark {
  readonly name: string;
  /** Heading in the documentation. */
  readonly title: string;
  /** One sentence for the documentation: what is measured, and against what. */
  readonly about: string;
  /** Where the time goes, and what was decided about it. */
  readonly behind?: string;
  run(settings: Settings): Promise<readonly Figure[]>;
}
