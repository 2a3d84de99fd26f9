import type { Role } from '@lotsennetz/contracts';
import type { TenantId } from '@lotsennetz/kernel';
import type { FastifyRequest } from 'fastify';
import type { ServiceRuntime } from '../service-runtime.js';

/** Who sends a request, as far as the request itself proves it. What the caller may do is not said here. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'token'; readonly tokenId: string; readonly tenant: TenantId; readonly role: Role }
  | {
      readonly kind: 'person';
      /** `deriveId('identity', issuer, sub)` */
      readonly identity: string;
      /** The tenants the issuer vouches for; absent: the issuer says nothing of tenants. */
      readonly claimedTenants?: readonly string[];
      readonly secondFactor: boolean;
      readonly sessionId: string;
    };

export const anonymous: Caller = { kind: 'anonymous' };

/**
 * Reads one kind of credential from a request. undefined: the request carries none of this kind, ask the next;
 * `anonymous`: it carries one that is worth nothing.
 */
export type CallerFinder = (
  request: FastifyRequest,
  runtime: ServiceRuntime,
) => Caller | undefined | Promise<Caller | undefined>;

/** The first finder that knows a credential decides; a request without any is anonymous. */
export async function findCaller(
  finders: readonly CallerFinder[],
  request: FastifyRequest,
  runtime: ServiceRuntime,
): Promise<Caller> {
  for (const find of finders) {
    const caller = await find(request, runtime);
    if (caller) return caller;
  }
  return anonymous;
}

/** `Authorization: Bearer <token>`. A header that names no valid token is worth nothing, whatever else the request carries. */
export const bearerToken: CallerFinder = (request, { access }) => {
  const { authorization } = request.headers;
  if (authorization === undefined) return undefined;
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1];
  const known = token === undefined ? undefined : access.token(token);
  if (!known) return anonymous;
  const { tokenId, tenant, role } = known;
  return { kind: 'token', tokenId, tenant, role };
};
