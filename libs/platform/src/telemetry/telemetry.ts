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
  /** Sends the last metrics, while the stores they are looked up in are open. A collector that is away delays it by seconds only. */
  endMetrics(): Promise<void>;
  /** Sends the last spans, in as little time. */
  close(): Promise<void>;
}

/** Counts, and nothing else. */
export function quietTelemetry(): Telemetry {
  const metrics = new Metrics();
  const nothing = () => Promise.resolve();
  return { metrics, tracing: tracingOff, commands: commandFigures(metrics), endMetrics: nothing, close: nothing };
}
