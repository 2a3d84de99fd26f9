import { ValueType, type HrTime } from '@opentelemetry/api';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { defaultResource, type Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  DataPointType,
  type DataPoint,
  type MetricData,
  type MetricProducer,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import type { Distribution, Metric, Metrics, Point } from './metrics.js';

/** Our metrics in the words of OpenTelemetry, for its readers. */
export function metricProducer(metrics: Metrics, resource: Resource): MetricProducer {
  return {
    collect: async () => ({
      resourceMetrics: await resourceMetrics(metrics, resource),
      errors: [],
    }),
  };
}

// Without the labels of the library and the process: who scrapes adds its own.
const serializer = new PrometheusSerializer(undefined, false, undefined, true, true);

/** Prometheus text format, version 0.0.4. */
export async function prometheusText(metrics: Metrics): Promise<string> {
  const all = await resourceMetrics(metrics, defaultResource());
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the serializer brings a copy of the same enums
  return serializer.serialize(all);
}

async function resourceMetrics(metrics: Metrics, resource: Resource): Promise<ResourceMetrics> {
  const read = await metrics.read();
  const times = { startTime: hrTime(metrics.since), endTime: hrTime(Date.now()) };
  return {
    resource,
    scopeMetrics: [{ scope: { name: 'lotsennetz' }, metrics: read.map((metric) => metricData(metric, times)) }],
  };
}

type Times = Pick<DataPoint<unknown>, 'startTime' | 'endTime'>;

function metricData(metric: Metric, times: Times): MetricData {
  const { name, help: description } = metric;
  // The unit stands in the name; told twice, some receivers append it again.
  const descriptor = { name, description, unit: '', valueType: ValueType.DOUBLE };
  const base = { descriptor, aggregationTemporality: AggregationTemporality.CUMULATIVE };
  const dataPoint = <Value>(point: Point<unknown>, value: Value): DataPoint<Value> => ({
    ...times,
    attributes: { ...point.labels },
    value,
  });
  switch (metric.kind) {
    case 'counter': {
      const dataPoints = metric.points.map((point) => dataPoint(point, point.value));
      return { ...base, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints };
    }
    case 'gauge': {
      const dataPoints = metric.points.map((point) => dataPoint(point, point.value));
      return { ...base, dataPointType: DataPointType.GAUGE, dataPoints };
    }
    case 'histogram': {
      const dataPoints = metric.points.map((point) => dataPoint(point, histogramOf(point.value)));
      return { ...base, dataPointType: DataPointType.HISTOGRAM, dataPoints };
    }
  }
}

function histogramOf({ bounds, counts, sum, count }: Distribution) {
  return { buckets: { boundaries: [...bounds], counts: [...counts] }, sum, count };
}

function hrTime(milliseconds: number): HrTime {
  return [Math.trunc(milliseconds / 1000), (milliseconds % 1000) * 1_000_000];
}
