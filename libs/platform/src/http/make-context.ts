import { createHmac } from 'node:crypto';
import { dayAt, deriveId, TenantScope, type CommandId } from '@lotsennetz/kernel';
import type { FastifyRequest } from 'fastify';
import type { ActingAs } from '../access/decide-access.js';
import type { KnownTenant } from '../access/grants.js';
import type { ServiceRuntime } from '../service-runtime.js';
import { traceparentOf } from '../telemetry/tracing.js';
import type { RequestContext } from './context.js';
import { invalidInput } from './problem.js';

/** @throws Problem `invalid-input` for an `Idempotency-Key` or `If-Match` that cannot be used. */
export async function makeContext(
  runtime: ServiceRuntime,
  request: FastifyRequest,
  { tenant, as }: { readonly tenant: KnownTenant; readonly as: ActingAs },
): Promise<RequestContext> {
  const scope = TenantScope.of(tenant.id);
  const actor = actorOf(as);
  const key = idempotencyKey(request);
  const commandId = key ? (deriveId('command', scope.tenant, actor, key) as CommandId) : undefined;
  const now = runtime.clock.now();
  let made = 0;
  return {
    scope,
    actor,
    membershipId: as.membershipId ?? as.createdBy,
    roles: as.roles,
    relation: as.relation,
    subjectId: as.subjectId,
    identity: as.identity,
    homeTenant: as.homeTenant,
    oversightFields: [...new Set(as.oversights?.flatMap((each) => each.fields))],
    purpose: as.oversights?.map((each) => each.purpose).join('; '),
    now,
    today: dayAt(now, tenant.timeZone),
    correlationId: commandId ?? runtime.ids.next(),
    commandId,
    fingerprint: commandId && (await fingerprint(runtime, scope, request)),
    ifMatch: ifMatch(request),
    traceparent: traceparentOf(request.headers['traceparent']),
    // With the path: a person's id is also what their keys hang on, and one key may serve two kinds of things.
    newId: () => (commandId ? deriveId('new', commandId, pathOf(request), String(made++)) : runtime.ids.next()),
  };
}

function actorOf({ tokenId, membershipId }: ActingAs): string {
  if (tokenId !== undefined) return `token:${tokenId}`;
  return membershipId === undefined ? 'public' : `person:${membershipId}`;
}

function pathOf(request: FastifyRequest): string {
  return request.url.replace(/\?.*$/s, '');
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = header(request, 'idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalidInput([{ field: 'Idempotency-Key', problem: 'must be 1 to 200 visible ASCII characters' }]);
  return key;
}

function ifMatch(request: FastifyRequest): number | undefined {
  const value = header(request, 'if-match');
  if (value === undefined) return undefined;
  const revision = /^"(\d{1,15})"$/.exec(value)?.[1];
  if (revision === undefined)
    throw invalidInput([{ field: 'If-Match', problem: 'must be a revision in quotes, such as "3"' }]);
  return Number(revision);
}

// Keyed, because a plain hash of a body with a name and a phone number could be guessed.
async function fingerprint(runtime: ServiceRuntime, scope: TenantScope, request: FastifyRequest): Promise<string> {
  const secret = await runtime.keys.secret(scope, 'command-fingerprint');
  return createHmac('sha256', secret)
    .update(`${request.method} ${request.url}\n`)
    .update(JSON.stringify(request.body ?? null))
    .digest('base64url');
}
