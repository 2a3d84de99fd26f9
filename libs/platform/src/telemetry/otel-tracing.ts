import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span as OtelSpan,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { formatTraceparent, parseTraceparent } from './traceparent.js';
import type { Attributes, Span, SpanTask, Tracing } from './tracing.js';

const kinds = {
  server: SpanKind.SERVER,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
} satisfies Record<SpanTask['kind'], SpanKind>;

/** Tracing over the OpenTelemetry API, once an SDK has been started. */
export class OpenTelemetryTracing implements Tracing {
  readonly isOn = true;
  private readonly tracer: Tracer = trace.getTracer('lotsennetz');

  constructor(private readonly shutDown: () => Promise<void>) {}

  begin({ name, kind, parent, attributes = {} }: SpanTask): Span {
    const options = { kind: kinds[kind], attributes };
    return new RunningSpan(this.tracer.startSpan(name, options, parentContext(parent)));
  }

  within<Result>(span: Span, work: () => Result): Result {
    if (!(span instanceof RunningSpan)) return work();
    return context.with(span.context, work);
  }

  current(): string | undefined {
    const active = trace.getActiveSpan();
    return active && traceparentOf(active.spanContext());
  }

  /** Afterwards another SDK may be started in the same process. */
  async close(): Promise<void> {
    trace.disable();
    context.disable();
    await this.shutDown();
  }
}

class RunningSpan implements Span {
  readonly traceparent: string;
  readonly context: Context;

  constructor(private readonly span: OtelSpan) {
    this.traceparent = traceparentOf(span.spanContext());
    this.context = trace.setSpan(ROOT_CONTEXT, span);
  }

  set(attributes: Attributes): void {
    this.span.setAttributes(attributes);
  }

  fail(code: string): void {
    this.span.setStatus({ code: SpanStatusCode.ERROR });
    this.span.setAttribute('error.type', code);
  }

  end(): void {
    this.span.end();
  }
}

function parentContext(parent: string | undefined): Context {
  if (parent === undefined) return context.active();
  const parsed = parseTraceparent(parent);
  if (!parsed) return ROOT_CONTEXT;
  const { traceId, spanId, flags: traceFlags } = parsed;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function traceparentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return formatTraceparent({ traceId, spanId, flags: traceFlags });
}
