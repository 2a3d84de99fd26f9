import type { Instant } from '@lotsennetz/kernel';

/** One person's way in. The e-mail address is nowhere in it: `sub` is derived from a keyed hash of it. */
export interface AccountRow {
  readonly sub: string;
  /** `identityOf('embedded', sub)`, by which memberships know the person. */
  readonly identity: string;
  readonly createdAt: Instant;
  /** Argon2id. */
  readonly password: string;
  readonly secondFactor?: SecondFactorRow;
  /** Sealed: how the person is greeted. */
  readonly name?: string;
}

export interface SecondFactorRow {
  /** Sealed. */
  readonly secret: string;
  readonly enrolledAt: Instant;
  /** The last time step whose code was taken: no code works twice. */
  readonly lastStep: number;
  /** Hashes of those not used yet. */
  readonly recoveryCodes: readonly string[];
}
