import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pause } from '@lotsennetz/kernel';
import { readAudit, readConfig, serve, type Config, type Deployment } from '@lotsennetz/platform';
import { createTokenFor, foundTenantNamed, PlatformClient, services } from '@lotsennetz/suite';
import { verifyAuditRecords } from '../audit/verify.js';
import { backup } from '../backup/backup.js';
import { restore } from '../backup/restore.js';
import { withStores } from '../stores.js';
import { findCanaries } from './find-canaries.js';
import { plantPeople, type Planting } from './plant-people.js';
import { remainsOf } from './sealed-values.js';

const tenant = 'beweis';
const patienceMs = 60_000;
const quiet = { onProgress: () => undefined };

export interface ProofOptions {
  /** Keeps everything there, for looking into it; a temporary folder that goes afterwards unless told. */
  readonly folder?: string;
  readonly tell: (line: string) => void;
}

/**
 * Plants people in a platform of its own, erases them as an office does, and looks for what is left: in every file
 * after the stop, in a backup made afterwards, and in yesterday's backup restored with the ledger.
 * @returns what failed; nothing when the erasure is proven.
 */
export async function proveErasure({ folder, tell }: ProofOptions): Promise<readonly string[]> {
  const base = folder ?? mkdtempSync(join(tmpdir(), 'lotsennetz-proof-'));
  try {
    const failures: string[] = [];
    const check = (statement: string, holds: boolean) => {
      tell(`${holds ? 'yes' : 'NO '}  ${statement}`);
      if (!holds) failures.push(statement);
    };
    await run({ base, check });
    return failures;
  } finally {
    if (folder === undefined) rmSync(base, { recursive: true, force: true });
  }
}

interface Proof {
  readonly base: string;
  readonly check: (statement: string, holds: boolean) => void;
}

/** Embedded, whatever the settings are: the proof never touches a real platform. */
function configOf(base: string, data: string): Config {
  return readConfig({ PORT: '0', LOTSENNETZ_DATA: join(base, data), LOTSENNETZ_KEYRING: join(base, 'keyring') });
}

async function run({ base, check }: Proof): Promise<void> {
  const config = configOf(base, 'data');
  const deployment = await serve({ config, services });
  let planting: Planting;
  let token: string;
  try {
    ({ token, planting } = await plant(deployment));
    const before = findCanaries(config.dataFolder, planting.canaries);
    check(`before: the search finds the people where they are in clear, in ${before.length} places`, before.length > 0);
    const seen = await shownBy(deployment, token, planting);
    check(
      `before: ${planting.people.length} people were planted, and ${seen.length} words are shown to the office`,
      seen.length > 4,
    );
    await backup(config, join(base, 'yesterday'), quiet);
    await erase(deployment, token, planting);
  } finally {
    await deployment.close();
  }
  const { canaries, people } = planting;
  await backup(config, join(base, 'afterwards'), quiet);
  for (const folder of ['data', 'afterwards', 'yesterday', 'keyring']) {
    const found = findCanaries(join(base, folder), canaries);
    const where = found.map(({ file, encoding }) => ` ${file} (${encoding})`).join(',');
    check(`after: no file under ${folder} holds any of ${canaries.length} words${where}`, found.length === 0);
  }
  await checkRemains({ base, check }, config, people);
  const restored = configOf(base, 'restored');
  await restore(restored, join(base, 'yesterday'), quiet);
  await checkRemains({ base, check }, restored, people);
  await checkAudit({ check }, restored);
  await checkServed({ base, check }, restored, { token, planting });
}

async function plant(deployment: Deployment): Promise<{ readonly token: string; readonly planting: Planting }> {
  const registration = deployment.service('registration');
  await foundTenantNamed(registration, {
    id: tenant,
    name: 'Beweisstadt',
    kind: 'municipality',
    timeZone: 'Europe/Berlin',
  });
  const { token } = await createTokenFor(registration, { tenant, role: 'administrator' });
  const settled = () => deployment.settled();
  await settled();
  return { token, planting: await plantPeople(clientOf(deployment, token), { tenant, settled }) };
}

async function erase(deployment: Deployment, token: string, { people }: Planting): Promise<void> {
  const client = clientOf(deployment, token);
  const path = `/registration/${tenant}/erasures`;
  for (const { id: subjectId, kind } of people) {
    await client.post(path, { subjectId, kind, ground: 'consent-withdrawn' });
    await client.post(`${path}/${subjectId}/order`);
  }
  await deployment.settled();
  for (const deadline = Date.now() + patienceMs; ;) {
    const { items } = await client.get<{ readonly items: readonly unknown[] }>(`${path}?status=completed&limit=100`);
    if (items.length === people.length) return;
    if (Date.now() > deadline) throw new Error('the services have not all said that nothing is left');
    await pause(50);
  }
}

async function checkRemains({ check }: Proof, config: Config, people: Planting['people']): Promise<void> {
  const ids = people.map(({ id }) => id);
  const { sealed, opened } = await withStores(config, (stores) => remainsOf(stores, tenant, ids));
  const where = config.dataFolder.endsWith('restored')
    ? "restored from yesterday's backup, before anything is served"
    : 'after';
  check(`${where}: ${sealed} sealed values are still in the histories`, sealed > 0);
  check(`${where}: no key opens any of them (${opened} do)`, opened === 0);
}

/** They stay when their people are gone, and name nobody: the searches for words go through them too. */
async function checkAudit({ check }: Pick<Proof, 'check'>, config: Config): Promise<void> {
  const records = await Array.fromAsync(readAudit(config.auditFolder));
  const sound = await verifyAuditRecords(config, () => undefined);
  check(`restored: ${records.length} audit records came back, and their chains are sound`, records.length > 0 && sound);
}

async function checkServed(
  { check }: Proof,
  config: Config,
  { token, planting }: { readonly token: string; readonly planting: Planting },
): Promise<void> {
  const deployment = await serve({ config, services });
  try {
    await deployment.settled();
    const shown = await shownBy(deployment, token, planting);
    check('restored: what is served shows none of the words', shown.length === 0);
    check('restored: no file holds any of them', findCanaries(config.dataFolder, planting.canaries).length === 0);
  } finally {
    await deployment.close();
  }
}

/** Which of the words stand in what is answered. */
async function shownBy(deployment: Deployment, token: string, { shownAt, canaries }: Planting) {
  const texts = await Promise.all(
    shownAt.map(async (path) => {
      const answer = await fetch(`${addressOf(deployment)}${path}`, { headers: { authorization: `Bearer ${token}` } });
      return answer.text();
    }),
  );
  return canaries.filter((canary) => texts.some((text) => text.includes(canary)));
}

const addressOf = ({ port }: Deployment) => `http://127.0.0.1:${port ?? 0}`;
const clientOf = (deployment: Deployment, token: string) => new PlatformClient(addressOf(deployment), token);
