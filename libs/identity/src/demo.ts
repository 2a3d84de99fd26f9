import { deriveId } from '@lotsennetz/kernel';
import { embeddedIssuer, identityOf } from '@lotsennetz/platform';

/** A fictional person of the example, whom anybody who tries the platform may be. */
export interface DemoPerson {
  /** Lower-case word. */
  readonly key: string;
  readonly name: string;
  /** What they do where, in German, as the sign-in page says it. */
  readonly does: string;
}

/** The account id of a demo person. */
export function demoSub(key: string): string {
  return deriveId('demo', key);
}

/** As memberships know a demo person. */
export function demoIdentity(key: string): string {
  return identityOf(embeddedIssuer, demoSub(key));
}
