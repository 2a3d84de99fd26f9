import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant, RecordedEvent } from '@lotsennetz/kernel';
import { forgottenIn } from './key-file.js';
import { fileHash, readLines, type LinesFile } from './lines-file.js';
import { StreamDigests } from './stream-digests.js';

const format = 'lotsennetz-backup/2';
/** The same with keys in clear. */
const readable = [format, 'lotsennetz-backup/1'];

/** What lies in a backup; `manifest.json`, written last. */
export interface Manifest {
  readonly format: typeof format;
  readonly madeAt: Instant;
  readonly services: readonly ServiceSection[];
  readonly keys: LinesFile;
  /** How people sign in; absent: elsewhere, or in a backup of an earlier version. */
  readonly accounts?: LinesFile;
  /** Who saw and changed what; absent in a backup of an earlier version. */
  readonly audit?: LinesFile;
  /** What is not in it, for whoever needs it one day. */
  readonly without: readonly string[];
}

export interface ServiceSection {
  readonly service: string;
  readonly streams: number;
  /** Over all streams with their events; see `StreamDigests`. */
  readonly hash: string;
  readonly events: LinesFile;
  readonly progress: LinesFile;
}

/** The table of contents of a backup, with what it leaves out on purpose. */
export function manifestOf(parts: Pick<Manifest, 'madeAt' | 'services' | 'keys' | 'accounts' | 'audit'>): Manifest {
  return {
    format,
    ...parts,
    without: [
      'views',
      'the log between the services',
      'mail files',
      'sessions',
      'settings and secrets',
      'root key',
      'erasure ledger',
      'audit anchors',
    ],
  };
}

/** @throws Error when the folder holds no backup that this version can read. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw new Error(`${folder} holds no backup: there is no manifest.json`);
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { readonly format?: string };
  if (!readable.includes(manifest.format ?? ''))
    throw new Error(
      `${folder} is a backup of the format ${manifest.format ?? 'unknown'}; this version reads ${format}`,
    );
  return manifest as Manifest;
}

/**
 * Reads everything a backup holds and compares it with its manifest. A key file that lies elsewhere may be a newer one.
 * @throws Error naming what is missing or damaged.
 */
export async function verifyBackup(folder: string, manifest: Manifest, otherKeys?: string): Promise<void> {
  for (const { service, events, progress, hash, streams } of manifest.services) {
    await mustBeWhole(folder, events);
    await mustBeWhole(folder, progress);
    const digests = await StreamDigests.from(readLines<RecordedEvent>(join(folder, events.file)));
    if (digests.events !== events.lines || digests.size !== streams || digests.hash !== hash)
      throw new Error(`the history of ${service} in ${folder} is not the one its manifest names`);
  }
  for (const part of [manifest.accounts, manifest.audit]) if (part) await mustBeWhole(folder, part);
  if (otherKeys !== undefined) await Array.fromAsync(forgottenIn(otherKeys), () => undefined);
  else if (existsSync(join(folder, manifest.keys.file))) await mustBeWhole(folder, manifest.keys);
  else throw new Error(`${manifest.keys.file} does not lie in ${folder}; say where the keys are with --keys`);
}

async function mustBeWhole(folder: string, { file, sha256 }: LinesFile): Promise<void> {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`${file} is missing in ${folder}`);
  if ((await fileHash(path)) !== sha256) throw new Error(`${file} in ${folder} is damaged`);
}
