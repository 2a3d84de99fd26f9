import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@lotsennetz/kernel';
import type { Head } from './chain-line.js';

/** How far a chain had come at a moment. */
export interface Anchor extends Head {
  readonly at: Instant;
  /** The chain was put back from the backup of this moment, which ends here. */
  readonly restored?: Instant;
}

/** That a chain was put back from a backup. */
export interface Restoration {
  readonly backupMadeAt: Instant;
  /** Number of its last line then. */
  readonly end: number;
  /** The furthest line that is known to have been there, and is lost; undefined: none is. */
  readonly lostUntil: number | undefined;
}

const suffix = '.anchors';

/** Heads of chains, noted outside the folder of the chains: who cuts a chain's end there cannot cut these. */
export class Anchors {
  constructor(private readonly folder: string) {}

  /** Durable when the promise resolves. The file only grows: a later head does not make an earlier one forgotten. */
  async note(chain: string, anchor: Anchor): Promise<void> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(join(this.folder, `${chain}${suffix}`), 'a', 0o600);
    try {
      const { n, mac, at, restored } = anchor;
      await file.appendFile(`${JSON.stringify({ n, mac, at, restored })}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** All that were noted of a chain, oldest first; a line that a crash tore is left out. */
  of(chain: string): readonly Anchor[] {
    const path = join(this.folder, `${chain}${suffix}`);
    if (!existsSync(path)) return [];
    return readFileSync(path, 'utf8').split('\n').flatMap(anchorOf);
  }

  /** Chains that were ever anchored, also those whose files are gone. */
  chains(): readonly string[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(suffix))
      .map((name) => name.slice(0, -suffix.length));
  }
}

/**
 * The anchors that a chain must still keep, and its restorations. Lines that were anchored after the backup was made
 * are lost with what it was made of; one that was anchored before must be in it, or the backup was cut.
 */
export function afterRestorations(anchors: readonly Anchor[]): {
  readonly kept: readonly Anchor[];
  readonly restorations: readonly Restoration[];
} {
  let kept: Anchor[] = [];
  const restorations: Restoration[] = [];
  for (const anchor of anchors) {
    const { n: end, restored: backupMadeAt } = anchor;
    if (backupMadeAt !== undefined) {
      const lost = kept.filter(({ n, at }) => n > end && at >= backupMadeAt);
      kept = kept.filter((each) => !lost.includes(each));
      const lostUntil = lost.length > 0 ? Math.max(...lost.map(({ n }) => n)) : undefined;
      restorations.push({ backupMadeAt, end, lostUntil });
    }
    kept.push(anchor);
  }
  return { kept, restorations };
}

function anchorOf(line: string): Anchor[] {
  try {
    const { n, mac, at, restored } = JSON.parse(line) as Partial<Anchor>;
    if (typeof n !== 'number' || typeof mac !== 'string' || at === undefined) return [];
    return [{ n, mac, at, ...(restored === undefined ? {} : { restored }) }];
  } catch {
    return [];
  }
}
