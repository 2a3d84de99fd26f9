import type { Config } from '../config.js';
import { Metrics } from './metrics.js';
import { commandFigures, type CommandFigures } from './observed-commands.js';
import { tracingOff, type Tracing } from './tracing.js';

/** As logs, traces and dashboards call a process; `OTEL_SERVICE_NAME` renames it in traces. */
export function processName([first, ...others]: readonly string[]): string {
  return first !== undefined && others.length === 0 ? `lotsennetz-${first}` : 'lotsennetz';
}

/** What a process tells of itself. */
export interface Telemetry {
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly commands: CommandFigures;
  /** Hands over what is left; an address that does not answer delays the end by seconds only. */
  close(): Promise<void>;
}

/** Counts, and nothing else. */
export function quietTelemetry(): Telemetry {
  const metrics = new Metrics();
  return { metrics, tracing: tracingOff, commands: commandFigures(metrics), close: () => Promise.resolve() };
}

/** Traces and metrics go to the configured collector; without one nothing of OpenTelemetry is even loaded. */
export async function openTelemetry(config: Config, services: readonly string[]): Promise<Telemetry> {
  const quiet = quietTelemetry();
  if (config.telemetryEndpoint === '') return quiet;
  const { startExport } = await import('./otlp-export.js');
  const exporting = startExport(config, processName(services), quiet.metrics);
  return { ...quiet, ...exporting };
}
