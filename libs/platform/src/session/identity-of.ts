import { deriveId } from '@lotsennetz/kernel';

/**
 * Stands for the embedded provider in identities instead of its address: the platform may move to another host, and
 * its people keep their memberships.
 */
export const embeddedIssuer = 'embedded';

/** What the embedded provider answers as `acr` when it has seen a second factor. */
export const secondFactorAcr = 'urn:lotsennetz:acr:second-factor';

/** A person as memberships know them: the same for the same account at the same issuer. */
export function identityOf(issuer: string, sub: string): string {
  return deriveId('identity', issuer, sub);
}
