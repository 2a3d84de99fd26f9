import type { Role } from '@lotsennetz/contracts';
import type { Instant, Purpose } from '@lotsennetz/kernel';
import type { Relation } from '../access/relation.js';
import type { AuditPurpose } from './audit-purposes.js';

/** What is known of whoever did it; ids and roles, never names. */
export interface AuditWho {
  readonly tenant: string;
  readonly actor: string;
  readonly roles: readonly Role[];
  /** How the caller stands to the tenant. */
  readonly relation: Relation;
  /** The caller's own tenant, where it is another. */
  readonly from?: string;
}

/** What every record may say. */
interface Placed {
  /** Where it stood before its tenant moved here. */
  readonly moved?: { readonly chain: string; readonly n: number };
}

/** One request that showed personal data. */
export interface ReadRecord extends AuditWho, Placed {
  readonly kind: 'read';
  readonly at: Instant;
  /** As the router knows it, such as `/registration/:tenant/volunteers/:id`: no ids, no search words. */
  readonly route: string;
  readonly method: string;
  readonly purpose: AuditPurpose;
  /** What the tenant has let another in for, in its own words. */
  readonly grantedFor?: string;
  /** Whose own things were asked for, of a person with an account: others whom the answer shows were seen by them. */
  readonly self?: string;
  /** Whose data, and which kinds of it. */
  readonly subjects: Readonly<Record<string, readonly Purpose[]>>;
}

/** One change of what somebody may. */
export interface GrantRecord extends Placed {
  readonly kind: 'grant';
  readonly at: Instant;
  readonly tenant: string;
  readonly actor: string;
  /** Type of the event, which tells the rest. */
  readonly event: string;
  readonly eventId: string;
  readonly stream: string;
}

/** Every shape only grows: what is on disk is read for as long as it is kept. */
export type AuditRecord = ReadRecord | GrantRecord;
