import type { Config } from '@lotsennetz/platform';
import { privacyStatus } from '@lotsennetz/suite';
import { mustExist } from '../create-token.js';
import { withStores } from '../stores.js';

/** A line for each erasure and export of a tenant, or of one person: ids and codes, nothing personal. */
export async function privacyLines(
  config: Config,
  { tenant, person }: { readonly tenant: string; readonly person?: string },
): Promise<readonly string[]> {
  return withStores(config, async (stores) => {
    await mustExist(stores, tenant);
    const asked = person === undefined ? { tenant } : { tenant, person };
    const { erasures, exports } = await privacyStatus(stores.ports('registration'), asked);
    return [
      ...erasures.map(({ id, status, statusSince, missing, holds }) =>
        line(
          'erasure',
          id,
          status,
          statusSince,
          missing,
          holds.map(({ reason, until }) => `held: ${reason} until ${until}`),
        ),
      ),
      ...exports.map(({ id, subjectId, status, requestedOn, expiresOn, missing }) =>
        line('export', subjectId, status, requestedOn, missing, [`${id} until ${expiresOn}`]),
      ),
    ];
  });
}

function line(
  what: string,
  person: string,
  status: string,
  since: string,
  missing: readonly string[],
  more: readonly string[],
): string {
  const waiting = missing.length > 0 ? [`missing: ${missing.join(', ')}`] : [];
  return [what, person, status, since, ...waiting, ...more].join('\t');
}
