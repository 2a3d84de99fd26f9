import { roles, type Role } from '@lotsennetz/contracts';
import {
  addDays,
  dayAt,
  defaultTimeZone,
  FoldCache,
  loadState,
  systemClock,
  TenantScope,
  type Day,
} from '@lotsennetz/kernel';
import { accessStream, type Config } from '@lotsennetz/platform';
import { createTokenFor } from '@lotsennetz/suite';
import { dayOf, oneOf } from './arguments.js';
import { everyServiceKnows } from './every-service-knows.js';
import { letEventsTravel, withStores, type Stores } from './stores.js';

/** Nobody remembers for longer what a token was made for. */
const longestDays = 365;

export interface NewToken {
  readonly token: string;
  /** The actor of what it does, by which it is revoked. */
  readonly tokenId: string;
  readonly validUntil: Day;
}

/**
 * Makes a token and returns it once every service honours it. It is shown this once only.
 * @throws RangeError for a last day that has passed, or lies further away than a year.
 */
export async function createToken(
  config: Config,
  options: { readonly tenant: string; readonly role: string; readonly until?: string },
): Promise<NewToken> {
  const validUntil = lastDay(options.until, dayAt(systemClock.now(), defaultTimeZone));
  const role = oneOf<Role>(roles, options.role, '--role');
  const { token, tokenId } = await withStores(config, async (stores) => {
    await mustExist(stores, options.tenant);
    return createTokenFor(stores.commandPorts('registration'), { tenant: options.tenant, role, validUntil });
  });
  await letEventsTravel(config);
  await withStores(config, (stores) =>
    everyServiceKnows(stores, options.tenant, (grants) => grants.tokens.has(tokenId)),
  );
  return { token, tokenId, validUntil };
}

function lastDay(wanted: string | undefined, today: Day): Day {
  const latest = addDays(today, longestDays);
  const until = wanted === undefined ? latest : dayOf(wanted, '--until');
  if (until < today || until > latest) throw new RangeError(`--until must lie between ${today} and ${latest}`);
  return until;
}

/** @throws RangeError for a tenant that was never founded. */
export async function mustExist(stores: Stores, tenant: string): Promise<void> {
  const scope = TenantScope.of(tenant);
  const ports = { ...stores.commandPorts('registration'), folds: new FoldCache() };
  const { state } = await loadState(ports, accessStream('registration'), { scope, id: tenant });
  if (!state.founded)
    throw new RangeError(
      `there is no tenant '${tenant}'; found it with: lotsennetz tenant add ${tenant} --name "..." --kind municipality`,
    );
}
