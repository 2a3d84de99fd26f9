import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandPorts } from '@lotsennetz/kernel';
import { createTokenFor, foundTenantNamed } from '@lotsennetz/registration';
import { importRosters, type ImportProgress } from '../import-rosters/import-rosters.js';
import { PlatformClient } from '../import-rosters/platform-client.js';
import { decideOnHalf } from './decide-on-half.js';
import { joinDemoPeople } from './join-demo-people.js';

const exampleFolder = fileURLToPath(new URL('../../../../examples/siegen-kreuztal-2015', import.meta.url));

const tenants = [
  { id: 'siegen', name: 'Universitätsstadt Siegen', kind: 'municipality' },
  { id: 'kreuztal', name: 'Stadt Kreuztal', kind: 'municipality' },
  { id: 'siegen-wittgenstein', name: 'Kreis Siegen-Wittgenstein', kind: 'county' },
] as const;

/** What the first start left for later ones: the example is a demonstration, so its tokens may be shown again. */
interface Demonstration {
  readonly state: 'loading' | 'loaded';
  readonly tokens: Readonly<Record<string, string>>;
}

export interface ExampleReport {
  readonly loadedNow: boolean;
  readonly tokens: Readonly<Record<string, string>>;
}

/** What an earlier start left of the example. */
export function readDemonstration(dataFolder: string): Demonstration | undefined {
  const file = markerFile(dataFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Demonstration) : undefined;
}

/** Whether nothing was ever recorded: no tenant exists, so nobody's work would be mixed with the example. */
export async function isUntouched(registration: Pick<CommandPorts, 'eventStore'>): Promise<boolean> {
  return (await registration.eventStore.head()) === undefined;
}

/** A platform the example can be loaded into, in this process or in several. */
export interface ExampleHost {
  readonly url: string;
  readonly dataFolder: string;
  /** Of the registration service. */
  readonly commandPorts: CommandPorts;
  /** Resolves when nothing recorded is under way any more. */
  settled(): Promise<void>;
}

/**
 * Founds the two towns and their county, and loads the towns' rosters through the same imports a user would use. One
 * town lets the county read. Finishes what an earlier start left half done.
 */
export async function loadExample(
  host: ExampleHost,
  onProgress: (progress: ImportProgress) => void,
): Promise<ExampleReport> {
  const { dataFolder } = host;
  const earlier = readDemonstration(dataFolder);
  if (earlier?.state === 'loaded') return { loadedNow: false, tokens: earlier.tokens };
  const tokens = earlier?.tokens ?? (await foundTenants(host.commandPorts));
  remember(dataFolder, { state: 'loading', tokens });
  await host.settled();
  for (const { id, kind } of tenants) {
    const client = new PlatformClient(host.url, tokens[id] ?? '');
    if (kind === 'municipality') await fillTown(host, { id, client }, onProgress);
    await joinDemoPeople(host.commandPorts, { tenant: id, client });
  }
  await letCountyRead(host.commandPorts, new PlatformClient(host.url, tokens['kreuztal'] ?? ''));
  await host.settled();
  remember(dataFolder, { state: 'loaded', tokens });
  return { loadedNow: true, tokens };
}

async function fillTown(
  host: ExampleHost,
  { id, client }: { readonly id: string; readonly client: PlatformClient },
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  await importRosters(client, {
    tenant: id,
    path: join(exampleFolder, id),
    complete: true,
    onProgress: (progress) => onProgress({ ...progress, file: `${id}/${progress.file}` }),
  });
  // Matching learns of certificates by events; what it does not know yet it cannot propose.
  await host.settled();
  await decideOnHalf(client, id);
}

/** Until the end of the next year, so that it holds however late in a year somebody tries the example. */
async function letCountyRead({ clock }: Pick<CommandPorts, 'clock'>, kreuztal: PlatformClient): Promise<void> {
  const until = `${Number(clock.now().slice(0, 4)) + 1}-12-31`;
  const grant = { county: 'siegen-wittgenstein', purpose: 'Integrationsbericht des Kreises', fields: [], until };
  await kreuztal.post('/registration/kreuztal/oversights', grant, 'example-oversight');
}

async function foundTenants(registration: CommandPorts): Promise<Record<string, string>> {
  const tokens: Record<string, string> = {};
  for (const { id, name, kind } of tenants) {
    await foundTenantNamed(registration, { id, name, kind, timeZone: 'Europe/Berlin' });
    tokens[id] = (await createTokenFor(registration, { tenant: id, role: 'administrator' })).token;
  }
  return tokens;
}

function markerFile(dataFolder: string): string {
  return join(dataFolder, 'demonstration.json');
}

function remember(dataFolder: string, demonstration: Demonstration): void {
  writeFileSync(markerFile(dataFolder), JSON.stringify(demonstration, null, 2), { mode: 0o600 });
}
