import { dayAt, defaultTimeZone } from '@lotsennetz/kernel';
import { endForgottenGrants, openLedger, type Config } from '@lotsennetz/platform';
import { repeatErasureOf, requestIsKnown, services } from '@lotsennetz/suite';
import type { Stores } from '../stores.js';

/**
 * Whoever was forgotten after the backup was made is forgotten in what it brings back too: from now on nothing is open
 * to them, whichever issuer lets them in, and when the services run, each empties what it holds. May be repeated.
 */
export async function forgetAgain(config: Config, stores: Stores): Promise<void> {
  const [registration, matching] = [stores.commandPorts('registration'), stores.commandPorts('matching')];
  const ledger = openLedger(config);
  try {
    for await (const { tenant, subject, at } of ledger.entries()) {
      const otherwise = (await requestIsKnown(matching, { tenant, id: subject })) ? 'request' : undefined;
      await repeatErasureOf(registration, { tenant, subject, on: dayAt(at, defaultTimeZone), otherwise });
    }
    for (const { name } of services) await endForgottenGrants(stores.commandPorts(name), name);
  } finally {
    await ledger.close();
  }
}
