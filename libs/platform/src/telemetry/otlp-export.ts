import { randomUUID } from 'node:crypto';
import { diag, type DiagLogger } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceNameEnvDetector,
} from '@opentelemetry/resources';
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { NodeSDK } from '@opentelemetry/sdk-node';
import { ATTR_SERVICE_INSTANCE_ID, ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { Logger } from '@nestjs/common';
import type { Config } from '../config.js';
import { metricProducer } from './metric-export.js';
import type { Metrics } from './metrics.js';
import { OpenTelemetryTracing } from './otel-tracing.js';
import type { Telemetry } from './telemetry.js';

const exportTimeoutMs = 5_000;
const closeWithinMs = 2_000;
const shortestIntervalMs = 100;
const complainEveryMs = 60_000;

/**
 * Starts the SDK. There is no automatic instrumentation: what is traced are our own steps, and those carry ids only,
 * while a driver's spans would quote its statements. The SDK's other variables (headers, queue sizes, sampling by
 * `OTEL_TRACES_SAMPLER`) mean what its documentation says.
 */
export function startExport(
  config: Config,
  service: string,
  metrics: Metrics,
): Pick<Telemetry, 'tracing' | 'endMetrics' | 'close'> {
  complainSeldom();
  const { telemetryEndpoint: endpoint } = config;
  const exportIntervalMillis = Math.max(shortestIntervalMs, config.metricIntervalMs);
  // Replicas are told apart by an id, or a collector would take their metrics for one another's.
  const resource = defaultResource()
    .merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: service, [ATTR_SERVICE_INSTANCE_ID]: randomUUID() }))
    .merge(detectResources({ detectors: [resourceAttributesEnvDetector, serviceNameEnvDetector] }));
  const sdk = new NodeSDK({
    resource,
    autoDetectResources: false,
    traceExporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: exportTimeoutMs }),
    metricReaders: [],
    logRecordProcessors: [],
  });
  sdk.start();
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${endpoint}/v1/metrics`, timeoutMillis: exportTimeoutMs }),
    exportIntervalMillis,
    exportTimeoutMillis: Math.min(exportTimeoutMs, exportIntervalMillis),
  });
  reader.setMetricProducer(metricProducer(metrics, resource));
  const tracing = new OpenTelemetryTracing(() => sdk.shutdown());
  return {
    tracing,
    endMetrics: () => patiently(reader.shutdown()),
    close: () => patiently(tracing.close()),
  };
}

async function patiently(work: Promise<void>): Promise<void> {
  const enough = new Promise<void>((resolve) => setTimeout(resolve, closeWithinMs).unref());
  await Promise.race([work.catch(() => undefined), enough]);
}

// A collector that is away would be told of with every batch, in the words of libraries that may quote addresses.
function complainSeldom(): void {
  const logger = new Logger('telemetry');
  let last = Number.NEGATIVE_INFINITY;
  const error: DiagLogger['error'] = () => {
    if (performance.now() - last < complainEveryMs) return;
    last = performance.now();
    logger.warn('traces or metrics could not be handed over; trying again');
  };
  const silent = () => undefined;
  diag.setLogger({ error, warn: silent, info: silent, debug: silent, verbose: silent });
}
