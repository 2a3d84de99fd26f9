import type { SeededRandom } from '../seeded-random.js';
import type { Acknowledgement, Command } from './ledger.js';

/** What the load knows of the platform's contents: kind -> ids, with what it needs of each later. */
export class World {
  private readonly things = new Map<string, Thing[]>();
  private made = 0;

  add(kind: string, thing: Thing): void {
    this.all(kind).push(thing);
  }

  all(kind: string): Thing[] {
    let things = this.things.get(kind);
    if (!things) this.things.set(kind, (things = []));
    return things;
  }

  /** A number that no other thing of this run has. */
  next(): number {
    return ++this.made;
  }
}

export interface Thing {
  readonly id: string;
  readonly [fact: string]: string | number;
}

export type Draft = Pick<Command, 'method' | 'path' | 'body'> & {
  /** Called with the first acknowledgement. */
  readonly learn?: (acknowledgement: Acknowledgement) => void;
  /** For GET: what the answer shows. */
  readonly read?: (list: { readonly items: readonly { readonly id: string }[] }) => void;
};

/** One kind of request of the load. */
export interface Operation {
  readonly name: string;
  readonly service: string;
  /** How often compared with the others. */
  readonly weight: number;
  readonly alwaysRecords?: true;
  /** The next request, or undefined when there is nothing yet to do it with. */
  readonly draft: (world: World, random: SeededRandom) => Draft | undefined;
}
