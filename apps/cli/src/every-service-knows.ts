import { FoldCache, loadState, pause, TenantScope } from '@lotsennetz/kernel';
import { accessStream, type TenantGrants } from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import type { Stores } from './stores.js';

const patienceMs = 30_000;

/**
 * Waits until each service's own copy of a tenant's grants shows what was changed.
 * @throws Error naming the service that has not learnt it within 30 s.
 */
export async function everyServiceKnows(
  stores: Stores,
  tenant: string,
  known: (grants: TenantGrants) => boolean,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (const { name } of services) {
    const ports = { ...stores.commandPorts(name), folds: new FoldCache() };
    const stream = accessStream(name);
    while (!known((await loadState(ports, stream, { scope: TenantScope.of(tenant), id: tenant })).state)) {
      if (Date.now() > deadline)
        throw new Error(
          `it is recorded, but the service '${name}' has not learnt of it within 30 s; is it running? See "lotsennetz parked list"`,
        );
      await pause(25);
    }
  }
}
