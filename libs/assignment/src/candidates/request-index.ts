import type { CompiledProfiles } from './compiled-profiles.js';

/** In which of `cells` cells each request lies; -1: in none. */
export interface Cells {
  readonly cells: number;
  readonly of: Int32Array;
}

/**
 * Requests by language, then by cell: an inverted index that a volunteer asks once per language spoken. What the first
 * checks need lies side by side in the order of the index.
 */
export class RequestIndex {
  readonly cells: number;
  /** Request of each entry, its topics (first word of bits) and its day-parts. */
  readonly request: Int32Array;
  readonly topics: Int32Array;
  readonly days: Int32Array;
  /** Point on the unit sphere of each entry, three figures each. */
  readonly sphere: Float64Array;
  /** Place of the entry's language among those the request prefers. */
  readonly rank: Int32Array;
  /** Entries of language `l` in cell `c` begin at `start[l * cells + c]` and end where the next cell begins. */
  readonly start: Int32Array;

  constructor(requests: CompiledProfiles, languages: number, { cells, of }: Cells) {
    this.cells = cells;
    this.start = new Int32Array(languages * cells + 1);
    requests.languages.forEach((spoken, r) => {
      for (const l of of[r] === -1 ? [] : spoken) {
        const at = l * cells + (of[r] as number) + 1;
        this.start[at] = (this.start[at] as number) + 1;
      }
    });
    for (let i = 1; i < this.start.length; i++)
      this.start[i] = (this.start[i] as number) + (this.start[i - 1] as number);
    const entries = this.start.at(-1) as number;
    this.request = new Int32Array(entries);
    this.topics = new Int32Array(entries);
    this.days = new Int32Array(entries);
    this.rank = new Int32Array(entries);
    this.sphere = new Float64Array(3 * entries);
    this.fill(requests, of);
  }

  private fill(requests: CompiledProfiles, of: Int32Array): void {
    const next = this.start.slice();
    requests.languages.forEach((spoken, r) => {
      if (of[r] === -1) return;
      spoken.forEach((language, rank) => {
        const key = language * this.cells + (of[r] as number);
        const at = next[key] as number;
        next[key] = at + 1;
        this.request[at] = r;
        this.topics[at] = requests.topics[r * requests.topicWords] as number;
        this.days[at] = requests.days[r] as number;
        this.rank[at] = rank;
        for (let i = 0; i < 3; i++) this.sphere[3 * at + i] = requests.sphere[3 * r + i] as number;
      });
    });
  }
}
