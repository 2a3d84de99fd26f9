import type { Instant } from './calendar.js';
import type { TenantId } from './tenant-scope.js';

/** Somebody whose keys are destroyed. Ids only. */
export interface Erasure {
  readonly tenant: TenantId;
  readonly subject: string;
  /** When the ledger was told. */
  readonly at: Instant;
}

/**
 * Port: who was ever forgotten, kept apart from the data and its backups, so that no restore brings anybody back.
 * Only grows.
 */
export interface ErasureLedger {
  /** Where it lies, for messages. */
  readonly place: string;
  /** A ledger that is lost is never taken for an empty one: what exists was created. */
  exists(): Promise<boolean>;
  /** May be repeated, by several processes at once. */
  create(): Promise<void>;
  /** Durable when the promise resolves. @throws LedgerMissing */
  append(erasures: readonly Erasure[]): Promise<void>;
  /** All of them, some perhaps twice. @throws LedgerMissing */
  entries(): AsyncIterable<Erasure>;
  close(): Promise<void>;
}

/** Without the ledger it is unknown who must stay forgotten. */
export class LedgerMissing extends Error {
  readonly code = 'ledger-missing';
  constructor(readonly place: string) {
    super(
      `the erasure ledger is missing at ${place}: without it, people who were erased could come back; put it there from where the root key is backed up`,
    );
  }
}
