/** A seeded source of numbers (mulberry32): a run that failed can be repeated with the seed it printed. */
export class SeededRandom {
  constructor(private state: number) {}

  /** A number in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** An integer in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** undefined for an empty list. */
  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }
}

/** The seed of a run: `LOTSENNETZ_SEED` to repeat one, otherwise a new one, or the fixed one of a short form. */
export function seedOf(environment: Readonly<Record<string, string | undefined>>, fixed?: number): number {
  const told = environment['LOTSENNETZ_SEED'];
  return told === undefined ? (fixed ?? Date.now() % 2 ** 31) : Number(told);
}
