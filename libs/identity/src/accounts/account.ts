import type { Instant } from '@lotsennetz/kernel';

/** One person's way in. The e-mail address is nowhere in it: `sub` is derived from a keyed hash of it. */
export interface AccountRow {
  readonly sub: string;
  /** `identityOf('embedded', sub)`, by which memberships know the person. */
  readonly identity: string;
  readonly createdAt: Instant;
  /** Counts up with each new password and each loss of the second factor: a sign-in begun before does not go on. */
  readonly epoch?: number;
  /** Argon2id. */
  readonly password: string;
  readonly secondFactor?: SecondFactorRow;
  /** Sealed: how the person is greeted. */
  readonly name?: string;
}

/** 0 for an account whose password was never changed since it was counted. */
export function epochOf({ epoch = 0 }: AccountRow): number {
  return epoch;
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
