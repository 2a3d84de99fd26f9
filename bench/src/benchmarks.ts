import { acrossServices } from './benchmarks/across-services.js';
import { appends } from './benchmarks/appends.js';
import { httpCommands } from './benchmarks/http-commands.js';
import { reportReplay } from './benchmarks/report-replay.js';
import { sealing } from './benchmarks/sealing.js';
import { startUp } from './benchmarks/start-up.js';
import { visibilityLag } from './benchmarks/visibility-lag.js';
import type { Benchmark } from './settings.js';

/** Everything that is measured, in the order of the documentation. */
export const benchmarks: readonly Benchmark[] = [appends, httpCommands, reportReplay, visibilityLag, startUp, sealing];

/** What needs real servers on this machine: Java and Maven. */
export const distributedBenchmarks: readonly Benchmark[] = [acrossServices];
