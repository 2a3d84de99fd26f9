import { isTraceparent } from './traceparent.js';

/** Ids, codes and figures; never what somebody wrote or is called. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanTask {
  readonly name: string;
  readonly kind: 'server' | 'producer' | 'consumer' | 'client' | 'internal';
  /** W3C `traceparent` of what this is part of; the active span unless told. One that cannot be read counts as none. */
  readonly parent?: string | undefined;
  readonly attributes?: Attributes;
}

/** A piece of work under way, as part of a trace. */
export interface Span {
  /** What others name as their parent; undefined when nothing is traced. */
  readonly traceparent: string | undefined;
  set(attributes: Attributes): void;
  /** Marks it as gone wrong; `code` is no message, since messages may quote people. */
  fail(code: string): void;
  end(): void;
}

/** Traces of what a process does. Of two kinds: switched off, when it costs nothing, and over OpenTelemetry. */
export interface Tracing {
  readonly isOn: boolean;
  begin(task: SpanTask): Span;
  /** Runs work so that `current()` is this span, in all that the work calls or awaits. */
  within<Result>(span: Span, work: () => Result): Result;
  /** `traceparent` of the active span. */
  current(): string | undefined;
  close(): Promise<void>;
}

const noSpan: Span = {
  traceparent: undefined,
  set: () => undefined,
  fail: () => undefined,
  end: () => undefined,
};

export const tracingOff: Tracing = {
  isOn: false,
  begin: () => noSpan,
  within: (_span, work) => work(),
  current: () => undefined,
  close: () => Promise.resolve(),
};

/** Does work inside a span, which ends with it; a rejection marks the span and is passed on. */
export async function inSpan<Result>(
  tracing: Tracing,
  task: SpanTask,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  if (!tracing.isOn) return work(noSpan);
  const span = tracing.begin(task);
  try {
    return await tracing.within(span, () => work(span));
  } catch (error) {
    span.fail(codeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** The caller's trace context, if it is one. */
export function traceparentOf(header: unknown): string | undefined {
  return typeof header === 'string' && isTraceparent(header) ? header : undefined;
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
