import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from '@lotsennetz/adapter-sqlite';
import { systemClock, type Keyring } from '@lotsennetz/kernel';
import type { Config } from '../config.js';
import { anchorsFolder } from '../keyring/open-keyring.js';
import { allowsReplicas } from '../open-ports.js';
import { Anchors } from './anchors.js';
import { AuditChain, type AuditTrail, type ChainOptions } from './audit-chain.js';
import { openAuditKeys } from './audit-keys.js';
import type { AuditRecord } from './audit-record.js';
import { commandLinePrefix } from './chain-files.js';
import type { Evidence } from './verify-chain.js';

/** Where the chains lie, and what they are written and checked with. @throws KeyringMissing */
export async function openEvidence(config: Config, keyring: Keyring): Promise<Evidence> {
  return {
    folder: config.auditFolder,
    keys: await openAuditKeys(keyring, anchorsFolder(config)),
    anchors: new Anchors(anchorsFolder(config)),
  };
}

/** The trail of a service in this process; its chain is opened with the first use, and until then nothing is claimed. */
export function serviceAudit(config: Config, keyring: Keyring, service: string): AuditTrail {
  let chain: Promise<AuditChain> | undefined;
  const opened = () =>
    (chain ??= openChain(config, keyring, service).catch((error: unknown) => {
      // A disk that was full, a volume that was not there: the next record may find it mended.
      chain = undefined;
      throw error;
    }));
  return {
    append: async (record: AuditRecord) => (await opened()).append(record),
    anchor: async () => (await opened()).anchor(),
    chain: async () => (await opened()).chain(),
    close: async () => (await chain?.catch(() => undefined))?.close(),
  };
}

/**
 * The trail of one command on the command line, which may run beside the platform and beside other commands. Its chains
 * are followed by registration's access log: what is shown there shows in no service.
 */
export async function commandLineAudit(config: Config, keyring: Keyring): Promise<AuditTrail> {
  const options = { ...(await openEvidence(config, keyring)), clock: systemClock };
  return openFreeChain(options, `${commandLinePrefix}${instanceName()}`);
}

/**
 * Where a service runs once its chain is always the same. Replicas have one each, named after their host, so that a
 * pod that comes back under its name goes on with its own.
 */
async function openChain(config: Config, keyring: Keyring, service: string): Promise<AuditChain> {
  const options = { ...(await openEvidence(config, keyring)), clock: systemClock };
  if (!allowsReplicas(config)) return AuditChain.open({ ...options, chain: `${service}-main` });
  return openFreeChain(options, `${service}-${instanceName()}`);
}

/** The first of the chains of this name that no other process writes. */
async function openFreeChain(options: Omit<ChainOptions, 'chain' | 'lock'>, name: string): Promise<AuditChain> {
  for (let number = 1; ; number++) {
    const chain = number === 1 ? name : `${name}-${number}`;
    const lock = lockDataFolder(join(options.folder, 'locks', chain));
    if (lock) return AuditChain.open({ ...options, chain, lock });
  }
}

function instanceName(): string {
  return hostname()
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-');
}
