import { appends } from './benchmarks/appends.js';
import { httpCommands } from './benchmarks/http-commands.js';
import type { Benchmark } from './settings.js';

/** Everything that is measured, in the order of the documentation. */
export const benchmarks: readonly Benchmark[] = [appends, httpCommands];
