import type { Brand } from './brand.js';

export type TenantId = Brand<string, 'TenantId'>;

const tenantPattern = /^[a-z][a-z0-9-]{1,39}$/;

export function isTenantId(text: string): text is TenantId {
  return tenantPattern.test(text);
}

/**
 * Whose data an operation may touch. Every stream, document, key and consumer is reached through one,
 * so that code which forgot to say "whose" cannot compile, and code that smuggled in nothing throws.
 */
export class TenantScope {
  private constructor(readonly tenant: TenantId) {}

  /** @throws RangeError when the text cannot be a tenant's id. */
  static of(tenant: string): TenantScope {
    if (!isTenantId(tenant))
      throw new RangeError('tenant ids are 2 to 40 of a-z, 0-9 and "-", and start with a letter');
    return new TenantScope(tenant);
  }

  /** @throws TypeError when called without a scope: a missing scope is a bug, never "all tenants". */
  static require(scope: TenantScope | undefined): TenantScope {
    if (!(scope instanceof TenantScope)) throw new TypeError('a TenantScope is required');
    return scope;
  }
}
