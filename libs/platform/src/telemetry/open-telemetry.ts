import type { Config } from '../config.js';
import { processName, quietTelemetry, type Telemetry } from './telemetry.js';

/** Traces and metrics go to the configured collector; without one nothing of OpenTelemetry is even loaded. */
export async function openTelemetry(config: Config, services: readonly string[]): Promise<Telemetry> {
  const quiet = quietTelemetry();
  if (config.telemetryEndpoint === '') return quiet;
  const { startExport } = await import('./otlp-export.js');
  return { ...quiet, ...startExport(config, processName(services), quiet.metrics) };
}
