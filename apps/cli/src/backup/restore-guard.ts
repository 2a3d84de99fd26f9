import { LedgerMissing } from '@lotsennetz/kernel';
import { openKeyring, openLedger, type Config } from '@lotsennetz/platform';
import { forgottenIn, readKeys } from './key-file.js';

/**
 * Before anything is written: the root key opens the keys of the backup, and the ledger knows everybody whom they know
 * as forgotten. A backup from before any erasure needs no ledger, but one that is there counts.
 * @throws KeyringMissing, LedgerMissing, and Error for a ledger that is older than the backup.
 */
export async function refuseUnlessReady(config: Config, keysAt: string): Promise<void> {
  const keyring = openKeyring(config);
  for await (const _ of readKeys(keysAt, keyring));
  const ledger = openLedger(config);
  try {
    const forgotten = await Array.fromAsync(forgottenIn(keysAt));
    if (!(await ledger.exists())) {
      if (forgotten.length > 0) throw new LedgerMissing(ledger.place);
      return;
    }
    const known = new Set<string>();
    for await (const { tenant, subject } of ledger.entries()) known.add(`${tenant}/${subject}`);
    const unknown = forgotten.filter(({ tenant, subject }) => !known.has(`${tenant}/${subject}`)).length;
    if (unknown > 0)
      throw new Error(
        `the erasure ledger at ${ledger.place} lacks ${unknown} erasure(s) that the backup knows: it is older than the backup, or another one; put the newest there`,
      );
  } finally {
    await ledger.close();
  }
}
