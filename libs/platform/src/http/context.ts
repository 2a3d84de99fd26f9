import type { Role } from '@lotsennetz/contracts';
import type { CommandId, Day, Instant, TenantScope } from '@lotsennetz/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who asks, for which tenant, and when: made once a request by the guard, after it has allowed the request. */
export interface RequestContext {
  readonly scope: TenantScope;
  readonly actor: string;
  /** undefined on public routes */
  readonly role: Role | undefined;
  readonly now: Instant;
  /** The tenant's calendar day. */
  readonly today: Day;
  readonly correlationId: string;
  /** From `Idempotency-Key`; the same for the same tenant, caller and key. */
  readonly commandId: CommandId | undefined;
  /** Keyed hash of method, address and body; with a command id only. */
  readonly fingerprint: string | undefined;
  readonly ifMatch: number | undefined;
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
