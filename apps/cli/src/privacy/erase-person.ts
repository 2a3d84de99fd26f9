import { subjectKinds } from '@lotsennetz/contracts';
import type { Config } from '@lotsennetz/platform';
import { orderErasureOf, privacyStatus, requestErasureOf } from '@lotsennetz/suite';
import { oneOf } from '../arguments.js';
import { mustExist } from '../create-token.js';
import { letEventsTravel, withStores } from '../stores.js';
import { waitForServices } from './wait-for.js';

export interface EraseOptions {
  readonly tenant: string;
  readonly person: string;
  readonly ground: string;
  readonly kind?: string;
}

/**
 * Forgets somebody for good, and returns once every service has said that nothing is left. May be repeated, also when
 * it was interrupted. Works beside a running platform and without one.
 * @throws RangeError for nobody's id, a ground the law does not know and a legal hold; Error naming the services that do not answer.
 */
export async function erasePerson(
  config: Config,
  { kind, ...wanted }: EraseOptions,
  tell: (line: string) => void,
): Promise<void> {
  const { tenant, person } = wanted;
  const asked = { ...wanted, ...(kind === undefined ? {} : { kind: oneOf(subjectKinds, kind, '--kind') }) };
  await withStores(config, async (stores) => {
    await mustExist(stores, tenant);
    const ports = stores.commandPorts('registration');
    await requestErasureOf(ports, asked);
    await orderErasureOf(ports, { tenant, person });
  });
  tell('ordered; the keys are destroyed');
  await letEventsTravel(config);
  await withStores(config, async (stores) => {
    const missing = async () => {
      const { erasures } = await privacyStatus(stores.ports('registration'), { tenant, person });
      return erasures[0]?.status === 'completed' ? undefined : (erasures[0]?.missing ?? []);
    };
    await waitForServices({ missing, tell });
  });
  tell('every service has said that nothing is left');
}
