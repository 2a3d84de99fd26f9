import { ConsoleLogger, Logger, type LoggerService } from '@nestjs/common';
import { describeError } from './describe-error.js';
import { parseTraceparent } from './traceparent.js';

type Level = 'warn' | 'error' | 'fatal';

interface LogOptions {
  /** Of this process, as in its traces. */
  readonly service: string;
  /** `traceparent` of the active span. */
  readonly trace: () => string | undefined;
  readonly write: (line: string) => void;
}

/**
 * One JSON object a line: time, level, service, part (of the code), message, frames of an error without its message,
 * trace_id and span_id inside a span. Whoever logs says facts with ids; this only keeps stray objects out.
 */
export class JsonLogger implements LoggerService {
  constructor(private readonly options: LogOptions) {}

  // Nest says much about its start that nobody reads.
  log(): void {
    return;
  }

  warn(message: unknown, ...more: readonly unknown[]): void {
    this.line('warn', message, more);
  }

  error(message: unknown, ...more: readonly unknown[]): void {
    this.line('error', message, more);
  }

  fatal(message: unknown, ...more: readonly unknown[]): void {
    this.line('fatal', message, more);
  }

  // Nest's loggers add the stack, if there is one, and then their own name.
  private line(level: Level, message: unknown, more: readonly unknown[]): void {
    const texts = more.filter((each) => typeof each === 'string');
    const stack = texts.find((text) => /^\s+at /m.test(text));
    const part = texts.findLast((text) => text !== stack);
    const trace = parseTraceparent(this.options.trace() ?? '');
    this.options.write(
      JSON.stringify({
        time: new Date().toISOString(),
        level,
        service: this.options.service,
        part,
        message: typeof message === 'string' ? message : describeError(message),
        frames: stack && framesIn(stack),
        trace_id: trace?.traceId,
        span_id: trace?.spanId,
      }),
    );
  }
}

/** Text for people, beside what a command prints: Nest's own writes warnings to stdout. */
class TextLogger extends ConsoleLogger {
  protected override printMessages(...[messages, context, level, , stack]: PrintArguments): void {
    super.printMessages(messages, context, level, 'stderr', stack);
  }
}

type PrintArguments = Parameters<ConsoleLogger['printMessages']>;

/** For commands, which have no service that sets its own: what they print may be read by a program. */
export function logBesideOutput(format: Parameters<typeof loggerFor>[0]): void {
  Logger.overrideLogger(loggerFor(format, { service: 'lotsennetz', trace: () => undefined }));
}

/** JSON unless a person watches, or as configured. */
export function loggerFor(
  format: 'json' | 'text' | 'auto',
  { service, trace }: Pick<LogOptions, 'service' | 'trace'>,
): LoggerService {
  const text = format === 'text' || (format === 'auto' && process.stderr.isTTY);
  if (text) return new TextLogger({ logLevels: ['warn', 'error', 'fatal'] });
  return new JsonLogger({ service, trace, write: (line) => process.stderr.write(`${line}\n`) });
}

const framesIn = (stack: string) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
