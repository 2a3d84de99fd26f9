import { staffRoles, type OversightField, type Role, type SelfRole } from '@lotsennetz/contracts';
import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';

/** What a route demands of its caller. */
export type Need =
  /** Pages of the platform itself; nothing is decided. */
  | { readonly kind: 'platform' }
  /** Anybody, for a tenant that exists. */
  | { readonly kind: 'public' }
  /** Any person who is signed in, for a tenant that exists: to become a member of it. */
  | { readonly kind: 'signed-in' }
  /** Who runs the platform. */
  | { readonly kind: 'operator' }
  /** The person whom the tenant's record is about. */
  | { readonly kind: 'self'; readonly roles: readonly SelfRole[] }
  /** Members of the tenant in one of these roles, and whom else the tenant may let in to this route. */
  | {
      readonly kind: 'roles';
      readonly roles: readonly Role[];
      /** Counties in these roles of their own, where the tenant has granted it. */
      readonly oversight?: 'aggregates' | OversightField;
    };

const needKey = 'lotsennetz:need';
const oversightKey = 'lotsennetz:oversight';

const documented = (need: Need, roles: readonly Role[] = []) =>
  applyDecorators(
    SetMetadata(needKey, need),
    ApiExtension('x-need', need.kind),
    ...(roles.length > 0 ? [ApiExtension('x-roles', roles)] : []),
  );

/** Only callers of the path's tenant with one of these roles. */
export const Needs = (...roles: readonly Role[]) => documented({ kind: 'roles', roles }, roles);

/** Only the volunteer or newcomer whose own things these are: for `/{service}/{tenant}/me/...`, with `context.subjectId`. */
export const NeedsSelf = (...roles: readonly [SelfRole, ...SelfRole[]]) => documented({ kind: 'self', roles }, roles);

/** Any person who is signed in, with `context.identity`: for accepting what a tenant has offered. */
export const NeedsSignIn = () => documented({ kind: 'signed-in' });

/** Only who runs the platform: for `/{service}/platform/...`. Never content of a tenant. */
export const NeedsOperator = () => documented({ kind: 'operator' }, ['operator']);

/** Beside `@Needs`: also for a county in one of these roles of its own, if the tenant's grant covers it. */
export const OpenToOversight = (what: 'aggregates' | OversightField) =>
  applyDecorators(SetMetadata(oversightKey, what), ApiExtension('x-oversight', what));

/** Anybody, for a tenant that exists. */
export const Public = () => applyDecorators(documented({ kind: 'public' }), ApiSecurity({}));
/** The same for what anybody may send: limited in how many one address may send in a minute. */
export const PublicForm = () => applyDecorators(Public(), RouteConfig({ rateLimit: {} }));
/** Pages of the platform itself, which belong to no tenant: health, state, documents. */
export const PlatformPage = () => applyDecorators(documented({ kind: 'platform' }), ApiSecurity({}));

/** What the handler of a route has declared; undefined: nothing. */
export function needOf(handler: object): Need | undefined {
  const need = Reflect.getMetadata(needKey, handler) as Need | undefined;
  if (need?.kind !== 'roles') return need;
  const oversight = Reflect.getMetadata(oversightKey, handler) as 'aggregates' | OversightField | undefined;
  return { ...need, ...(oversight ? { oversight } : {}) };
}

/** Roles that run a tenant's daily work. */
export const office = ['coordinator', 'administrator'] as const;
export const trainers = [...office, 'trainer'] as const;
export const readers = [...office, 'trainer', 'carrier-manager'] as const;
export const reporters = [...office, 'analyst', 'carrier-manager'] as const;

/** Whether a person must have shown a second factor to act in this role. */
export function demandsSecondFactor(role: Role): boolean {
  return role === 'operator' || staffRoles.some((each) => each === role);
}
