import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { subjectKinds } from '@lotsennetz/contracts';
import { systemClock } from '@lotsennetz/kernel';
import { commandLineAudit, type Config } from '@lotsennetz/platform';
import { exportFilesOf, privacyStatus, requestExportOf } from '@lotsennetz/suite';
import { oneOf } from '../arguments.js';
import { mustExist } from '../create-token.js';
import { letEventsTravel, withStores, type Stores } from '../stores.js';
import { waitForServices } from './wait-for.js';

export interface ExportOptions {
  readonly tenant: string;
  readonly person: string;
  readonly out: string;
  readonly kind?: string;
  readonly language?: string;
}

/**
 * Writes everything that is stored about a person into a new folder: `data.json` and `document.pdf`, for nobody else
 * on this machine to read. Works beside a running platform and without one. Nothing is written before it is on record,
 * where the person finds it, too.
 * @throws RangeError for nobody's id and a folder that is there; Error naming the services that do not answer.
 */
export async function exportPerson(
  config: Config,
  { out, kind, ...wanted }: ExportOptions,
  tell: (line: string) => void,
): Promise<void> {
  if (existsSync(out)) throw new RangeError(`${out} is there already; --out names a new folder`);
  const { tenant, person } = wanted;
  const asked = { ...wanted, ...(kind === undefined ? {} : { kind: oneOf(subjectKinds, kind, '--kind') }) };
  const exportId = await withStores(config, async (stores) => {
    await mustExist(stores, tenant);
    return requestExportOf(stores.commandPorts('registration'), asked);
  });
  tell('asked every service what it has written down');
  await letEventsTravel(config);
  await withStores(config, async (stores) => {
    const missing = async () => {
      const { exports } = await privacyStatus(stores.ports('registration'), { tenant, person });
      const row = exports.find(({ id }) => id === exportId);
      return row?.status === 'gathering' ? row.missing : undefined;
    };
    await waitForServices({ missing, tell });
    const files = await exportFilesOf({ ...stores.commandPorts('registration') }, { tenant, exportId });
    if (!files) throw new Error('the services still gather; try again');
    await record(config, stores, { tenant, person });
    mkdirSync(out, { recursive: true, mode: 0o700 });
    writeFileSync(join(out, 'data.json'), files.json, { mode: 0o600, flag: 'wx' });
    writeFileSync(join(out, 'document.pdf'), files.pdf, { mode: 0o600, flag: 'wx' });
  });
}

async function record(
  config: Config,
  { shared }: Stores,
  { tenant, person }: { readonly tenant: string; readonly person: string },
): Promise<void> {
  const audit = await commandLineAudit(config, shared.keyring);
  try {
    await audit.append({
      ...{ kind: 'read', at: systemClock.now(), tenant, actor: 'cli', roles: ['operator'], relation: 'operator' },
      ...{ method: 'CLI', route: 'privacy export', purpose: 'data-protection' },
      subjects: { [person]: ['export'] },
    });
  } finally {
    await audit.close();
  }
}
