import type { KeyPlace, Subject } from '../key-store.js';
import { KeyConflict, type KeyRecord } from '../keys.js';
import type { DataKey } from '../sealed.js';

/** What taking in needs of the keys. */
interface Taking {
  readonly find: (place: KeyPlace) => Promise<DataKey | 'forgotten' | undefined>;
  readonly settle: (place: KeyPlace, key: DataKey) => Promise<DataKey | 'forgotten'>;
  readonly forget: (subjects: readonly Subject[]) => Promise<void>;
}

interface Placed {
  readonly record: KeyRecord;
  readonly place: KeyPlace;
  readonly key: DataKey;
}

const writesAtOnce = 200;

/** Tombstones first, then keys and secrets. @throws KeyConflict before anything is written, as far as it can be known. */
export async function adoptRecords(records: readonly KeyRecord[], { find, settle, forget }: Taking): Promise<void> {
  const subjects = records.flatMap((record) =>
    'forgotten' in record ? [{ tenant: record.tenant, subject: record.subject }] : [],
  );
  const gone = new Set(subjects.map((each) => JSON.stringify([each.tenant, each.subject])));
  const placed = records
    .flatMap(placedOf)
    .filter(({ place }) => 'name' in place || !gone.has(JSON.stringify([place.tenant, place.subject])));
  refuseConflictsWithin(placed);
  await inTurns(placed, async (each) => refuseOther(each, await find(each.place)));
  await forget(subjects);
  await inTurns(placed, async (each) => refuseOther(each, await settle(each.place, each.key)));
}

function placedOf(record: KeyRecord): readonly Placed[] {
  const { tenant } = record;
  if ('forgotten' in record) return [];
  if ('secret' in record) return [{ record, place: { tenant, name: record.name }, key: record.secret }];
  const { subject, purpose, key } = record;
  return [{ record, place: { tenant, subject, purpose }, key }];
}

function refuseConflictsWithin(placed: readonly Placed[]): void {
  const seen = new Map<string, DataKey>();
  for (const each of placed) {
    const name = JSON.stringify(Object.values(each.place));
    refuseOther(each, seen.get(name));
    seen.set(name, each.key);
  }
}

/** @throws KeyConflict when another key stands there. */
function refuseOther({ record, key }: Placed, stands: DataKey | 'forgotten' | undefined): void {
  if (stands instanceof Uint8Array && !stands.equals(key)) throw new KeyConflict(record);
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let done = 0; done < items.length; done += writesAtOnce)
    await Promise.all(items.slice(done, done + writesAtOnce).map(work));
}
