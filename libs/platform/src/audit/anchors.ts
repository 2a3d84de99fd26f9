import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '@lotsennetz/kernel';
import type { Head } from './chain-line.js';

/** How far a chain had come at a moment. */
export interface Anchor extends Head {
  readonly at: Instant;
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
      await file.appendFile(`${JSON.stringify({ n: anchor.n, mac: anchor.mac, at: anchor.at })}\n`);
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

function anchorOf(line: string): Anchor[] {
  try {
    const { n, mac, at } = JSON.parse(line) as Partial<Anchor>;
    return typeof n === 'number' && typeof mac === 'string' && at !== undefined ? [{ n, mac, at }] : [];
  } catch {
    return [];
  }
}
