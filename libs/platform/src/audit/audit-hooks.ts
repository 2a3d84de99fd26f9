import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from '@nestjs/common';
import type { ContextualRequest } from '../http/context.js';
import { Problem } from '../http/problem.js';
import type { ServiceRuntime } from '../service-runtime.js';
import { describeError } from '../telemetry/describe-error.js';
import { answeredIn } from './answered-in.js';
import { isAuditPurpose, purposeOf, type AuditPurpose } from './audit-purposes.js';
import type { ReadRecord } from './audit-record.js';
import { Reading, reading } from './reading.js';

type AuditedRequest = ContextualRequest & { lotsennetzReading?: Reading };

const logger = new Logger('audit');

/**
 * Makes every answer that shows personal data wait until its record is on disk: what cannot be recorded is not shown.
 * Answers without personal data wait for nothing.
 */
export function auditAnswers(server: FastifyInstance, runtimes: ReadonlyMap<string, ServiceRuntime>): void {
  // After the body has been read: the parser would lose what belongs to the request.
  server.addHook('preHandler', (request: AuditedRequest, _reply, done) => {
    request.lotsennetzReading = new Reading();
    reading(request.lotsennetzReading, done);
  });
  server.addHook('onSend', async (request: AuditedRequest, reply, payload: unknown) => {
    const record = recordOf(request, reply, payload);
    if (!record) return payload;
    try {
      await runtimeOf(request, runtimes).audit.append(record);
      return payload;
    } catch (error) {
      logger.error(describeError(error));
      return withheld(reply);
    }
  });
}

function recordOf(request: AuditedRequest, reply: FastifyReply, payload: unknown): ReadRecord | undefined {
  const { lotsennetzReading: read, lotsennetz: context } = request;
  if (!read || read.empty) return undefined;
  if (!context) throw new Error('personal data was opened for a request without a context');
  const answered = answeredIn(String(reply.getHeader('content-type') ?? ''), payload);
  const isRead = ['GET', 'HEAD'].includes(request.method) && reply.statusCode < 400;
  const subjects = read.shownIn(answered, { read: isRead });
  if (Object.keys(subjects).length === 0) return undefined;
  const { actor, roles, relation, homeTenant, purpose, subjectId: self } = context;
  const ofOthers = self !== undefined && Object.keys(subjects).some((subject) => subject !== self);
  return {
    kind: 'read',
    at: context.now,
    tenant: context.scope.tenant,
    ...{ actor, roles, relation },
    ...(homeTenant === undefined ? {} : { from: homeTenant }),
    method: request.method,
    route: request.routeOptions.url ?? '',
    purpose: statedPurpose(request) ?? (ofOthers ? 'contact' : purposeOf(relation)),
    ...(purpose === undefined ? {} : { grantedFor: purpose }),
    ...(self === undefined ? {} : { self }),
    subjects,
  };
}

/** From `x-purpose`; a word that is none of ours is as good as none. */
function statedPurpose(request: FastifyRequest): AuditPurpose | undefined {
  const stated = request.headers['x-purpose'];
  return typeof stated === 'string' && isAuditPurpose(stated) ? stated : undefined;
}

function runtimeOf(request: FastifyRequest, runtimes: ReadonlyMap<string, ServiceRuntime>): ServiceRuntime {
  const runtime = runtimes.get(request.url.split(/[/?]/)[1] ?? '');
  if (!runtime) throw new Error('personal data was opened for a request to no service');
  return runtime;
}

/** Not through the filter of errors: the answer is on its way already, and only its body is left to be exchanged. */
function withheld(reply: FastifyReply): string {
  void reply.removeHeader('etag').removeHeader('content-disposition').removeHeader('content-length');
  void reply.status(503).header('retry-after', '2').type('application/problem+json');
  return JSON.stringify(
    new Problem(503, 'unavailable', 'What is shown cannot be recorded now, so it is not shown. Try again in a moment.'),
  );
}
