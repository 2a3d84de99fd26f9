import { createHash, createHmac, randomBytes } from 'node:crypto';
import { instantOf, type Instant } from '@lotsennetz/kernel';

/** Idle time after which somebody has left the desk, and the length of a long working day. */
const idleMs = 30 * 60_000;
export const longestMs = 12 * 3_600_000;

/** What signing in tells of a person. */
export interface SignedIn {
  /** `identityOf(issuer, sub)`: what memberships name. */
  readonly identity: string;
  /** Whether the provider vouches for a second factor. */
  readonly secondFactor: boolean;
  /** Tenants that the issuer's claim names; absent: the memberships alone decide. */
  readonly tenants?: readonly string[];
  readonly name?: string;
  /** For signing out at the provider. */
  readonly idToken?: string;
}

/** A person's session as it is now. */
export interface Session extends SignedIn {
  /** SHA-256 of its id: names the session in records, and opens nothing. */
  readonly sessionHash: string;
  readonly startedAt: Instant;
  readonly csrfToken: string;
}

/** As it is stored under the SHA-256 of its id. Who reads the store learns neither the id nor the name. */
export type SessionRow =
  | {
      readonly status: 'open';
      readonly identity: string;
      readonly secondFactor: boolean;
      readonly tenants?: readonly string[];
      readonly startedAt: Instant;
      readonly lastUsedAt: Instant;
      readonly endsAt: Instant;
      /** Name and ID token, sealed with a key that only the cookie's holder has. */
      readonly sealed: string;
    }
  // Stays until the session would have ended anyway, or a request under way could write it open again.
  | { readonly status: 'ended'; readonly identity: string; readonly endsAt: Instant };

/** 256 random bits: the whole secret of a session. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** Names the row of a session without telling its secret. */
export function rowIdOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

/** The token that unsafe requests must repeat; known to whoever may read `GET /session`, so to our own pages alone. */
export function csrfTokenOf(sessionId: string): string {
  return createHmac('sha256', sessionId).update('csrf').digest('base64url');
}

/** When a session ends that was last used at that moment. */
export function endOf(startedAt: Instant, lastUsedAt: Instant): Instant {
  return instantOf(new Date(Math.min(Date.parse(startedAt) + longestMs, Date.parse(lastUsedAt) + idleMs)));
}
