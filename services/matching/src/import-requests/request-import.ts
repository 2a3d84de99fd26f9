import { Commands, type ImportStep, type LineError, type RequestContext } from '@lotsennetz/platform';
import { Injectable } from '@nestjs/common';
import { detailsOf, requestIdOf } from '../request/request.body.js';
import type { Asker } from '../request/request.events.js';
import { request } from '../request/request.stream.js';
import { importRequest } from './import-request.decider.js';
import type { RequestLine } from './request-columns.js';

const askerOf = {
  selbst: 'self',
  schule: 'school',
  jobcenter: 'job-centre',
  sozialamt: 'social-office',
  kita: 'childcare',
} as const satisfies Readonly<Record<string, Asker>>;

/** Turns lines of a list into requests. */
@Injectable()
export class RequestImport {
  constructor(private readonly commands: Commands) {}

  plan(
    context: RequestContext,
    lines: readonly RequestLine[],
  ): readonly ImportStep[] | { readonly errors: readonly LineError[] } {
    const errors: LineError[] = [];
    const seen = new Map<string, number>();
    const steps = lines.map((line) => {
      const id = requestIdOf(context.scope, line.code);
      errors.push(...errorsOf(line, seen.get(id), context));
      seen.set(id, line.line);
      return { line: line.line, run: (origin: Origin) => this.importLine(origin, id, line) };
    });
    return errors.length > 0 ? { errors } : steps;
  }

  private async importLine(origin: Origin, id: string, { line: _, askedBy, ...line }: RequestLine): Promise<void> {
    const { receivedOn } = line;
    const command = { details: detailsOf(id, { ...line, ...askerFrom(askedBy) }), receivedOn };
    await this.commands.run(origin, { stream: request, id, decide: importRequest, command });
  }
}

type Origin = Parameters<ImportStep['run']>[0];

function errorsOf(line: RequestLine, earlier: number | undefined, { today }: RequestContext): readonly LineError[] {
  const twice = {
    line: line.line,
    column: 'Kürzel',
    problem: `is the same as in line ${earlier ?? 0}`,
    expected: 'each Kürzel once',
  };
  const future = {
    line: line.line,
    column: 'Eingang am',
    problem: 'lies in the future',
    expected: `a day up to ${today}`,
  };
  return [...(earlier === undefined ? [] : [twice]), ...(line.receivedOn > today ? [future] : [])];
}

/** Lists name organisations freely; those without a code of their own are kept as they are written, sealed. */
function askerFrom(text = 'selbst'): { readonly askedBy: Asker; readonly organisation?: string } {
  const known = Object.entries(askerOf).find(([word]) => word === text.toLocaleLowerCase('de'));
  return known ? { askedBy: known[1] } : { askedBy: 'other', organisation: text };
}
