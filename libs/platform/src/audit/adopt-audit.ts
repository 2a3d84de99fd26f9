import type { Clock, Instant } from '@lotsennetz/kernel';
import type { Anchors } from './anchors.js';
import { headOf } from './chain-end.js';
import { chainsIn } from './chain-files.js';
import { beginningOf, readLine, type Head } from './chain-line.js';
import { storedLines, writeStoredLines, type StoredLine } from './stored-lines.js';

/** The folder holds another course of a chain than the backup; nothing was written. */
export class AuditDiffers extends Error {
  readonly code = 'audit-differs';
  constructor(chain: string, folder: string) {
    super(
      `${folder} holds other records of ${chain} than the backup; put them elsewhere, so that nothing is overwritten`,
    );
  }
}

export interface AuditAdoption {
  readonly folder: string;
  readonly anchors: Anchors;
  readonly clock: Clock;
  /** What a backup holds; read more than once. */
  readonly lines: () => AsyncIterable<StoredLine>;
  readonly backupMadeAt: Instant;
}

/**
 * The chains that a backup brings further than the folder has them, with the ends they get. One that goes further here
 * stays as it is: newer records are never overwritten. Equal MACs are equal chains up to there, so only ends are compared.
 * @throws AuditDiffers
 */
export async function chainsToAdopt(
  folder: string,
  lines: AsyncIterable<StoredLine>,
): Promise<ReadonlyMap<string, Head>> {
  const here = new Map<string, Head>();
  for (const chain of chainsIn(folder)) here.set(chain, await headOf(folder, chain));
  const ends = new Map<string, Head>();
  for await (const { chain, text } of lines) {
    const line = readLine(text);
    if (!line) continue;
    const present = here.get(chain);
    if (present?.n === line.n && present.mac !== line.mac) throw new AuditDiffers(chain, folder);
    ends.set(chain, { n: line.n, mac: line.mac });
  }
  for (const [chain, end] of ends) {
    if ((here.get(chain)?.n ?? 0) <= end.n) continue;
    if (!(await holds(folder, chain, end))) throw new AuditDiffers(chain, folder);
    ends.delete(chain);
  }
  return ends;
}

/**
 * Puts the records of a backup back, and anchors where each chain ends now, with the backup as the reason: what had been
 * recorded after the backup is lost, and its anchors say nothing about tampering any more. The chains go on from there.
 * May be repeated.
 * @throws AuditDiffers
 */
export async function adoptAudit({ folder, anchors, clock, lines, backupMadeAt }: AuditAdoption): Promise<void> {
  const adopted = await chainsToAdopt(folder, lines());
  await writeStoredLines(folder, linesOfChains(adopted, lines()));
  const present = new Set(chainsIn(folder));
  const lost = anchors.chains().filter((chain) => !present.has(chain));
  const ends = [...adopted, ...lost.map((chain) => [chain, beginningOf(chain)] as const)];
  for (const [chain, end] of ends) await anchors.note(chain, { ...end, at: clock.now(), restored: backupMadeAt });
}

/** The lines of these chains alone. */
export async function* linesOfChains(
  chains: ReadonlyMap<string, unknown>,
  lines: AsyncIterable<StoredLine>,
): AsyncGenerator<StoredLine> {
  for await (const line of lines) if (chains.has(line.chain)) yield line;
}

async function holds(folder: string, chain: string, { n, mac }: Head): Promise<boolean> {
  for await (const { text } of storedLines(folder, chain)) {
    const line = readLine(text);
    if (line?.n === n) return line.mac === mac;
  }
  return false;
}
