import { createParamDecorator, HttpStatus, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** The body as CSV text. @throws Problem 415 for anything that was not sent as text/csv. */
export const CsvBody = createParamDecorator((_: unknown, execution: ExecutionContext): string => {
  const { body, headers } = execution.switchToHttp().getRequest<FastifyRequest>();
  if (typeof body !== 'string' || !/^text\/csv\b/i.test(headers['content-type'] ?? ''))
    throw new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'unsupported-media-type', 'Send the file as text/csv.');
  return body;
});
