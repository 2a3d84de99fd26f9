import { systemClock } from '../calendar.js';
import { LedgerMissing } from '../erasure-ledger.js';
import type { KeyReplacement, Subject } from '../key-store.js';
import type { KeyParts } from './key-parts.js';
import { isClear, wrapAt } from './stored-key.js';
import { openRing, readRing, ringName } from './tenant-ring.js';
import type { TenantRings } from './tenant-rings.js';

/** Before anything is served: what there is can be opened, nothing lies in clear, and who was erased is forgotten. */
export async function prepareKeys(parts: KeyParts, rings: TenantRings): Promise<void> {
  const { store, keyring, ledger } = parts;
  const { holdsWrapped, mayHoldClear } = await store.survey();
  if (!holdsWrapped) {
    await keyring.create();
    await ledger.create();
  }
  // Says what is missing, and where it should be.
  await keyring.versions();
  if (!(await ledger.exists())) throw new LedgerMissing(ledger.place);
  for await (const { place, stored } of store.secretsNamed(ringName))
    await openRing(keyring, place.tenant, readRing(stored));
  if (mayHoldClear) await wrapWhatIsClear(parts, rings);
  await applyLedger(parts);
}

/** All at once where the store can; interrupted, it is done with the next start. */
async function wrapWhatIsClear({ store }: KeyParts, rings: TenantRings): Promise<void> {
  const changes: KeyReplacement[] = [];
  for await (const { place, stored } of store.stored())
    if (isClear(stored))
      changes.push({ place, was: stored, by: wrapAt(place, await rings.present(place.tenant), stored) });
  if (changes.length > 0) await store.replace(changes);
  await store.scrub();
}

/** Both ways: whoever is forgotten in one of the two is so in both. */
async function applyLedger({ store, ledger }: KeyParts): Promise<void> {
  const nameOf = ({ tenant, subject }: Subject) => `${tenant}/${subject}`;
  const inLedger = new Map<string, Subject>();
  for await (const { tenant, subject } of ledger.entries())
    inLedger.set(nameOf({ tenant, subject }), { tenant, subject });
  const untold: Subject[] = [];
  for await (const subject of store.tombstones()) if (!inLedger.delete(nameOf(subject))) untold.push(subject);
  const at = systemClock.now();
  if (untold.length > 0) await ledger.append(untold.map((subject) => ({ ...subject, at })));
  if (inLedger.size > 0) await store.forget([...inLedger.values()]);
}
