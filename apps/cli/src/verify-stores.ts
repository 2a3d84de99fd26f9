import type { EventStore } from '@lotsennetz/kernel';
import type { Config } from '@lotsennetz/platform';
import { services } from '@lotsennetz/suite';
import { withStores } from './stores.js';
import { verifyView, type ViewVerdict } from './verify-view.js';

const pageSize = 1_000;

export interface Verification {
  /** Every view is what its history says. */
  readonly sound: boolean;
}

/**
 * Compares what every view serves with its service's history, on whatever stores are configured, beside a running
 * platform or without one. Tells each line as soon as it is known.
 */
export async function verifyStores(config: Config, tell: (line: string) => void): Promise<Verification> {
  return withStores(config, async (stores) => {
    let sound = true;
    for (const service of services) {
      const ports = stores.ports(service.name);
      tell(`${service.name}: ${await countEvents(ports.eventStore)} events`);
      for (const projection of service.projections) {
        const verdict = await verifyView(ports, projection);
        tell(`  ${projection.name}: ${describe(verdict)}`);
        if (verdict.kind !== 'equal') sound = false;
      }
    }
    return { sound };
  });
}

async function countEvents(store: EventStore): Promise<number> {
  let count = 0;
  for (let page = await store.readAll({ limit: pageSize }); page.length > 0;) {
    count += page.length;
    page = await store.readAll({ after: page.at(-1)?.position, limit: pageSize });
  }
  return count;
}

function describe(verdict: ViewVerdict): string {
  switch (verdict.kind) {
    case 'equal':
      return `equal, ${verdict.served.rows} rows, ${verdict.served.hash}`;
    case 'different': {
      const { served, rebuilt } = verdict;
      return `DIFFERENT: serves ${served.rows} rows, ${served.hash}; its history gives ${rebuilt.rows}, ${rebuilt.hash}`;
    }
    case 'not-built':
      return 'not built in this version yet; start the platform once';
    case 'never-still':
      return 'never still long enough to compare; try again with less going on';
  }
}
