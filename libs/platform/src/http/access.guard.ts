import type { Role } from '@lotsennetz/contracts';
import { RouteConfig } from '@nestjs/platform-fastify';
import {
  applyDecorators,
  HttpStatus,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { AccessRegistry, KnownToken } from '../access/access-registry.js';
import type { ServiceRuntime } from '../service-runtime.js';
import type { ContextualRequest } from './context.js';
import { makeContext } from './make-context.js';
import { notFound, Problem } from './problem.js';

/** What a route demands of its caller. */
export type Need = { readonly roles: readonly Role[] } | 'public' | 'platform';

export const needKey = 'lotsennetz:need';

/** Only callers of the path's tenant with one of these roles. */
export const Needs = (...roles: readonly Role[]) =>
  applyDecorators(SetMetadata(needKey, { roles } satisfies Need), ApiExtension('x-roles', roles));
/** Anybody, for a tenant that exists. */
export const Public = () => applyDecorators(SetMetadata(needKey, 'public' satisfies Need), ApiSecurity({}));
/** The same for what anybody may send: limited in how many one address may send in a minute. */
export const PublicForm = () => applyDecorators(Public(), RouteConfig({ rateLimit: {} }));
/** Pages of the platform itself, which belong to no tenant: health, state, documents. */
export const PlatformPage = () => applyDecorators(SetMetadata(needKey, 'platform' satisfies Need), ApiSecurity({}));

/** Roles that run a tenant's daily work. */
export const office = ['coordinator', 'administrator'] as const;
export const trainers = [...office, 'trainer'] as const;
export const readers = [...office, 'trainer', 'carrier-manager'] as const;
export const reporters = [...office, 'analyst', 'carrier-manager'] as const;

/** Decides on every request before anything is looked up: 401 unknown token, 404 not your tenant, 403 not your role. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly runtimes: ReadonlyMap<string, ServiceRuntime>,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const need = this.reflector.get<Need | undefined>(needKey, execution.getHandler());
    if (need === 'platform') return true;
    if (need === undefined) throw new Error('a route without @Needs or @Public must not exist');
    const request = execution.switchToHttp().getRequest<ContextualRequest>();
    const { runtime, tenantId } = this.addressOf(request);
    const token = need === 'public' ? undefined : await knownToken(runtime.access, request);
    if (token && token.tenant !== tenantId) throw notFound();
    const tenant =
      runtime.access.tenant(tenantId) ?? (await afterCatchUp(runtime.access, () => runtime.access.tenant(tenantId)));
    if (!tenant) throw notFound();
    if (need !== 'public' && (!token || !need.roles.includes(token.role)))
      throw new Problem(HttpStatus.FORBIDDEN, 'forbidden', 'Your role does not include this.');
    request.lotsennetz = await makeContext(runtime, request, { tenant, token });
    return true;
  }

  private addressOf(request: FastifyRequest): { runtime: ServiceRuntime; tenantId: string } {
    const runtime = this.runtimes.get(request.url.split(/[/?]/)[1] ?? '');
    if (!runtime) throw notFound();
    return { runtime, tenantId: (request.params as { tenant?: string }).tenant ?? '' };
  }
}

async function knownToken(access: AccessRegistry, request: FastifyRequest): Promise<KnownToken> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const token =
    bearer === undefined
      ? undefined
      : (access.token(bearer) ?? (await afterCatchUp(access, () => access.token(bearer))));
  if (!token)
    throw new Problem(
      HttpStatus.UNAUTHORIZED,
      'unauthorized',
      'A valid token is required: Authorization: Bearer <token>.',
    );
  return token;
}

// A tenant or token created a moment ago is honoured at once: before saying no, read what has come since.
async function afterCatchUp<Value>(access: AccessRegistry, look: () => Value): Promise<Value> {
  await access.catchUp();
  return look();
}
