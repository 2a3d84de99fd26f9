import type { Keys } from '@lotsennetz/kernel';
import type { Config } from '../config.js';
import { embeddedIssuer, secondFactorAcr } from './identity-of.js';
import { platformScope } from './platform-scope.js';

/** Who vouches for people, and how this platform is known there. */
export interface Issuer {
  /** Goes into identities: the issuer's address, or `embedded`. */
  readonly key: string;
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What is asked for beside `openid`. */
  readonly scopes: readonly string[];
  /** `amr` or `acr` values that count as a second factor; also asked for as `acr_values`. */
  readonly secondFactors: readonly string[];
  /** Claim that names the tenants somebody may enter; empty: memberships alone decide. */
  readonly tenantClaim: string;
  /** Address by which this very process reaches an issuer that it serves itself. */
  readonly innerUrl?: string;
}

export const embeddedClientId = 'lotsennetz';

/** The configured issuer, or the embedded one. */
export async function issuerFor(
  config: Config,
  keys: Keys,
  at: { readonly publicUrl: string; readonly innerUrl: string },
): Promise<Issuer> {
  const { oidcIssuer, oidcClientId, oidcClientSecret, oidcScopes, oidcSecondFactor, oidcTenantClaim } = config;
  if (oidcIssuer !== '')
    return {
      key: oidcIssuer,
      url: oidcIssuer,
      clientId: oidcClientId,
      clientSecret: oidcClientSecret,
      scopes: oidcScopes,
      secondFactors: oidcSecondFactor,
      tenantClaim: oidcTenantClaim,
    };
  return {
    key: embeddedIssuer,
    url: `${at.publicUrl}/identity`,
    clientId: embeddedClientId,
    clientSecret: await embeddedClientSecret(keys),
    scopes: ['profile'],
    secondFactors: [secondFactorAcr],
    tenantClaim: '',
    innerUrl: at.innerUrl,
  };
}

/** Made on first use and kept with the keys: nobody has to choose it, and nobody can know it. */
export async function embeddedClientSecret(keys: Keys): Promise<string> {
  return Buffer.from(await keys.secret(platformScope, 'oidc-client')).toString('base64url');
}
