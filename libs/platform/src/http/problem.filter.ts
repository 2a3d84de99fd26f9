import { SubjectForgotten, InvalidCursor, Unavailable } from '@lotsennetz/kernel';
import { Catch, HttpException, HttpStatus, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { describeError, framesOf } from '../telemetry/describe-error.js';
import { drained } from './body-limits.js';
import { problemPage } from './problem-page.js';
import { invalidInput, Problem } from './problem.js';

/** The last stop of every error of the HTTP edge: problem+json, or a page for a browser that went there; never a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const problem = this.problemOf(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const page = problemPage(reply.request, problem);
    const send = () => {
      for (const [name, value] of headersFor[problem.status] ?? []) void reply.header(name, value);
      void reply.status(problem.status);
      if (page === undefined) void reply.type('application/problem+json').send(JSON.stringify(problem));
      else void reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
    };
    if (problem.status === 413) void drained(reply.request.raw).then(send);
    else send();
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (error instanceof InvalidCursor) return invalidInput([{ field: 'cursor', problem: error.message }]);
    if (error instanceof SubjectForgotten)
      return new Problem(
        HttpStatus.GONE,
        error.code,
        'This person was erased; nothing can be stored about them any more.',
      );
    if (error instanceof Unavailable)
      return new Problem(
        HttpStatus.SERVICE_UNAVAILABLE,
        'unavailable',
        'A store cannot be reached now. Try again in a moment.',
      );
    const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
    if (status >= 400 && status < 500) return clientProblem(status);
    this.logger.error(describeError(error), framesOf(error));
    return new Problem(
      HttpStatus.INTERNAL_SERVER_ERROR,
      'internal-error',
      'Something went wrong on our side. Nothing was changed.',
    );
  }
}

const headersFor: Readonly<Record<number, readonly (readonly [string, string])[]>> = {
  401: [['www-authenticate', 'Bearer']],
  503: [['retry-after', '2']],
};

// Fastify's own errors (body too large, broken JSON, unsupported media type) carry a status.
function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

const clientProblems: Readonly<Record<number, readonly [code: string, title: string]>> = {
  400: ['invalid-input', 'The request cannot be read.'],
  404: ['not-found', 'There is nothing at this address for you.'],
  405: ['method-not-allowed', 'This address does not know that method.'],
  408: ['too-slow', 'The request did not arrive in time.'],
  413: ['body-too-large', 'The body is larger than this address accepts.'],
  414: ['address-too-long', 'The address is longer than any there is.'],
  415: ['unsupported-media-type', 'This address does not accept that kind of content.'],
  429: ['too-many-requests', 'Too many requests from this address. Wait a minute.'],
  431: ['headers-too-large', 'The headers are larger than this address accepts.'],
};

/** The problem for a status that the framework chose. */
export function clientProblem(status: number): Problem {
  const [code, title] = clientProblems[status] ?? ['invalid-input', 'The request cannot be read.'];
  return new Problem(status, code, title);
}
