import type { ErasureLedger } from '../erasure-ledger.js';
import type { KeyStore } from '../key-store.js';
import type { Keyring } from '../keyring.js';

/** What keys are made of. */
export interface KeyParts {
  readonly store: KeyStore;
  readonly keyring: Keyring;
  readonly ledger: ErasureLedger;
}
