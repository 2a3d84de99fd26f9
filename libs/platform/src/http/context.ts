import type { OversightField, Role } from '@lotsennetz/contracts';
import type { CommandId, Day, Instant, TenantId, TenantScope } from '@lotsennetz/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Relation } from '../access/relation.js';

/** Who asks, for which tenant, and when: made once a request by the guard, after it has allowed the request. */
export interface RequestContext {
  readonly scope: TenantScope;
  /** `token:<id>`, `person:<membership id>` (never an identity, which is the same in every tenant) or `public`. */
  readonly actor: string;
  /** Who it is in the end: the caller's membership, of a token its maker's; undefined where nobody of the tenant made it. */
  readonly membershipId: string | undefined;
  /** Held in this relation; none on public routes. Of the caller's own tenant where the relation is oversight. */
  readonly roles: readonly Role[];
  readonly relation: Relation;
  /** The volunteer or newcomer who asks about themself; on `@NeedsSelf` routes it is there. */
  readonly subjectId: string | undefined;
  /** On `@NeedsSignIn` routes only: who would become a member. Never an actor, since it is the same in every tenant. */
  readonly identity: string | undefined;
  /** The caller's own tenant, where it is another than the path's. */
  readonly homeTenant: TenantId | undefined;
  /** What the tenant has opened to a county; none unless the relation is oversight. */
  readonly oversightFields: readonly OversightField[];
  /** What the answer may be used for, where a grant says so. */
  readonly purpose: string | undefined;
  readonly now: Instant;
  /** The tenant's calendar day. */
  readonly today: Day;
  readonly correlationId: string;
  /** From `Idempotency-Key`; the same for the same tenant, caller and key. */
  readonly commandId: CommandId | undefined;
  /** Keyed hash of method, address and body; with a command id only. */
  readonly fingerprint: string | undefined;
  readonly ifMatch: number | undefined;
  /** The caller's trace context; undefined also for one that cannot be read. */
  readonly traceparent: string | undefined;
  /** Id for a new thing: derived from the command id where there is one, so that a repetition names the same thing. */
  newId(): string;
}

export type ContextualRequest = FastifyRequest & { lotsennetz?: RequestContext };

/** Parameter decorator: the request's context. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const context = execution.switchToHttp().getRequest<ContextualRequest>().lotsennetz;
  if (!context) throw new Error('no request context: the access guard did not run');
  return context;
});

/** Whose own things a route is about. @throws Error on a route without `@NeedsSelf`. */
export function ownId({ subjectId }: Pick<RequestContext, 'subjectId'>): string {
  if (subjectId === undefined)
    throw new Error('nobody to whom these things belong: the route does not declare @NeedsSelf');
  return subjectId;
}
