import { ConsoleLogger } from '@nestjs/common';
import { JsonLogger, loggerFor } from './json-logger.js';

const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('the log as JSON', () => {
  const lines: Record<string, unknown>[] = [];
  const loggerIn = (active?: string) =>
    new JsonLogger({
      service: 'lotsennetz-training',
      trace: () => active,
      write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
    });
  beforeEach(() => {
    lines.length = 0;
  });

  it('is an object a line with time, level, service and part', () => {
    loggerIn().warn('relay: trying again', 'training');
    expect(lines).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        level: 'warn',
        service: 'lotsennetz-training',
        part: 'training',
        message: 'relay: trying again',
      },
    ]);
  });

  it('names the trace and span in which something was logged', () => {
    loggerIn(trace).error('failed', undefined, 'http');
    expect(lines).toMatchObject([
      { level: 'error', part: 'http', trace_id: '4bf92f3577b34da6a3ce929d0e0e4736', span_id: '00f067aa0ba902b7' },
    ]);
  });

  it('keeps of a stack the frames, and of an error or object nothing that somebody may have written', () => {
    loggerIn().error('Error in a.js:1', 'Error: Zerafina\n    at decide (a.js:1:1)', 'http');
    loggerIn().fatal(new Error('Zerafina'));
    loggerIn().warn({ name: 'Zerafina' });
    expect(lines).toMatchObject([
      { frames: ['at decide (a.js:1:1)'] },
      { level: 'fatal', message: expect.stringMatching(/^Error in /) },
      { message: 'unknown error' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Zerafina');
  });

  it('is for machines; a person at a terminal or one who asks gets text', () => {
    const of = { service: 's', trace: () => undefined };
    expect(loggerFor('json', of)).toBeInstanceOf(JsonLogger);
    expect(loggerFor('text', of)).toBeInstanceOf(ConsoleLogger);
    expect(loggerFor('auto', of)).toBeInstanceOf(process.stderr.isTTY ? ConsoleLogger : JsonLogger);
  });

  it('as text too lies beside what a command prints', () => {
    const written = { stdout: '', stderr: '' };
    const kept = {
      stdout: process.stdout.write.bind(process.stdout),
      stderr: process.stderr.write.bind(process.stderr),
    };
    for (const stream of ['stdout', 'stderr'] as const)
      process[stream].write = (text: string | Uint8Array) => Boolean((written[stream] += String(text)));
    try {
      loggerFor('text', { service: 's', trace: () => undefined }).warn('behind', 'mongodb');
    } finally {
      for (const stream of ['stdout', 'stderr'] as const) process[stream].write = kept[stream];
    }
    expect(written).toEqual({ stdout: '', stderr: expect.stringContaining('behind') });
  });
});
