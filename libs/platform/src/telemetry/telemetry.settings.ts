import { oneOf, url, wholeNumber, type Setting } from '../config-values.js';

/** What the process tells of itself, and to whom. */
export const telemetrySettings = {
  telemetryEndpoint: {
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    fallback: '',
    meaning:
      'OpenTelemetry collector that takes traces and metrics over HTTP, such as http://localhost:4318; empty: nothing is sent.',
    parse: url,
  },
  metricIntervalMs: {
    variable: 'OTEL_METRIC_EXPORT_INTERVAL',
    fallback: '60000',
    meaning: 'Milliseconds between two sendings of metrics to the collector.',
    parse: wholeNumber,
  },
  log: {
    variable: 'LOTSENNETZ_LOG',
    fallback: 'auto',
    meaning: 'How warnings and errors are written: json (a line each), text, or auto: text on a terminal.',
    parse: oneOf('auto', 'json', 'text'),
  },
} satisfies Record<string, Setting<unknown>>;
