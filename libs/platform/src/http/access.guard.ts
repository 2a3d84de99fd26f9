import { defaultTimeZone, TenantScope } from '@lotsennetz/kernel';
import { HttpStatus, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { findCaller, type CallerFinder } from '../access/caller.js';
import { decideAccess, type AccessDecision, type ActingAs, type ForbiddenCode } from '../access/decide-access.js';
import { platformTenant, type KnownTenant } from '../access/grants.js';
import type { TokenUse } from '../access/token-use.js';
import { needOf, type Need } from '../access/need.js';
import type { ServiceRuntime } from '../service-runtime.js';
import type { ContextualRequest } from './context.js';
import { makeContext } from './make-context.js';
import { notFound, Problem } from './problem.js';

interface Address {
  readonly runtime: ServiceRuntime;
  readonly tenantId: string;
}

/** Where operators work; it has the clock of no tenant. */
const platform: KnownTenant = {
  id: platformTenant,
  name: 'Lotsennetz',
  kind: 'platform',
  timeZone: defaultTimeZone,
};

/** Asks `decideAccess` on every request, before anything is looked up, and makes the request's context. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly runtimes: ReadonlyMap<string, ServiceRuntime>,
    private readonly finders: readonly CallerFinder[],
    private readonly tokenUse: TokenUse,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const need = needOf(execution.getHandler());
    if (need === undefined) throw new Error('a route without @Needs or @Public must not exist');
    if (need.kind === 'platform') return true;
    const request = execution.switchToHttp().getRequest<ContextualRequest>();
    const address = this.addressOf(request, need);
    const as = await this.letIn(request, need, address);
    const isPlatforms = need.kind === 'operator' || (need.kind === 'signed-in' && address.tenantId === platformTenant);
    const tenant = isPlatforms ? platform : address.runtime.access.tenant(address.tenantId);
    if (!tenant) throw notFound();
    if (as.tokenId !== undefined) this.tokenUse.note(TenantScope.of(as.homeTenant ?? tenant.id), as.tokenId);
    request.lotsennetz = await makeContext(address.runtime, request, { tenant, as });
    return true;
  }

  private addressOf(request: FastifyRequest, need: Need): Address {
    const runtime = this.runtimes.get(request.url.split(/[/?]/)[1] ?? '');
    if (!runtime) throw notFound();
    const { tenant = '' } = request.params as { tenant?: string };
    return { runtime, tenantId: need.kind === 'operator' ? platformTenant : tenant };
  }

  private async letIn(request: FastifyRequest, need: Need, address: Address): Promise<ActingAs> {
    const first = await this.decide(request, need, address);
    if (first.kind === 'allowed') return first.as;
    // What was granted a moment ago is honoured at once: before saying no, read what has come since.
    await address.runtime.access.catchUp();
    const decision = await this.decide(request, need, address);
    if (decision.kind !== 'allowed') throw problemOf(decision);
    return decision.as;
  }

  private async decide(request: FastifyRequest, need: Need, { runtime, tenantId }: Address): Promise<AccessDecision> {
    const caller = await findCaller(this.finders, request, runtime);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const demand = { need, tenantId, service: runtime.name, reads };
    return decideAccess(demand, caller, { grants: runtime.access.grants, now: runtime.clock.now() });
  }
}

const forbiddenTitles: Readonly<Record<ForbiddenCode, string>> = {
  forbidden: 'Your role does not include this.',
  'second-factor-needed': 'Sign in with your second factor to do this.',
  'token-out-of-scope': 'This token was not made for that.',
};

function problemOf(decision: Exclude<AccessDecision, { kind: 'allowed' }>): Problem {
  switch (decision.kind) {
    case 'unauthorized':
      return new Problem(
        HttpStatus.UNAUTHORIZED,
        'unauthorized',
        'A valid token is required: Authorization: Bearer <token>.',
      );
    case 'not-found':
      return notFound();
    case 'forbidden':
      return new Problem(HttpStatus.FORBIDDEN, decision.code, forbiddenTitles[decision.code]);
  }
}
