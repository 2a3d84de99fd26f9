import { isSealed, openAll, TenantScope, unseal, type DataKey, type Sealed } from '@lotsennetz/kernel';
import { services } from '@lotsennetz/suite';
import { historyOf } from '../backup/copy-history.js';
import type { Stores } from '../stores.js';

/** What the histories still hold of some people, and how much of it any key there is opens. */
export interface Remains {
  readonly sealed: number;
  readonly opened: number;
}

/** Tries every key of the store on every sealed value of these people, in every history. */
export async function remainsOf(stores: Stores, tenant: string, people: readonly string[]): Promise<Remains> {
  const scope = TenantScope.of(tenant);
  const keys: DataKey[] = [];
  for await (const record of stores.shared.keys.records()) {
    if ('key' in record) keys.push(record.key);
    if ('secret' in record) keys.push(record.secret);
  }
  let [sealed, opened] = [0, 0];
  for (const { name } of services)
    for await (const { data } of historyOf(stores.ports(name).eventStore, { tenant: scope.tenant }))
      for (const value of sealedIn(data)) {
        if (!people.includes(value.subject)) continue;
        sealed += 1;
        const read = JSON.stringify(await openAll(stores.shared.keys, scope, { value }));
        if (read !== '{"value":{"erased":true}}' || keys.some((key) => opens(scope, key, value))) opened += 1;
      }
  return { sealed, opened };
}

function opens(scope: TenantScope, key: DataKey, value: Sealed): boolean {
  try {
    unseal(scope, key, value);
    return true;
  } catch {
    return false;
  }
}

function* sealedIn(value: unknown): Iterable<Sealed> {
  if (isSealed(value)) yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* sealedIn(each);
}
