import { bits, sharedTopics, topicsAsked } from './attrition.js';
import { NO_TOWN } from './compiled-profiles.js';
import { chordSquared, chordToKm, kmToChord } from './distance.js';
import { Grid } from './grid.js';
import { availabilityPoints, banded, distancePoints, languagePoints, topicPoints } from './pair-cost.js';
import { PairList } from './pair-list.js';
import { RequestIndex } from './request-index.js';
import type { SideData } from './side-data.js';

/** Finds all pairs, volunteer by volunteer, so that a later stable sort by request leaves columns ascending. */
export class PairSearch {
  readonly pairs = new PairList();
  private readonly grid: Grid;
  private readonly byCell: RequestIndex;
  private readonly byTown: RequestIndex;
  private readonly speaks: Uint8Array;
  private readonly asked: Int32Array;
  private readonly proposal: Int32Array;
  private readonly wished: Uint8Array;

  constructor(private readonly data: SideData) {
    const { requests, words, input } = data;
    const languages = words.languages.size;
    this.grid = new Grid(requests);
    this.byCell = new RequestIndex(requests, languages, this.grid);
    this.byTown = new RequestIndex(requests, languages, { cells: Math.max(1, words.towns.size), of: requests.town });
    this.speaks = new Uint8Array(languages);
    this.asked = Int32Array.from({ length: requests.count }, (_, r) => topicsAsked(data, r));
    this.proposal = Int32Array.from(input.requests, ({ openProposal }) => openProposal ?? -1);
    this.wished = Uint8Array.from(data.wish, (wish) => (wish === undefined ? 0 : 1));
  }

  /** Adds all pairs of one volunteer. */
  visit(volunteer: number): void {
    const { volunteers } = this.data;
    const spoken = volunteers.languages[volunteer] ?? [];
    for (const language of spoken) this.speaks[language] = 1;
    for (const language of spoken) {
      if (volunteers.located[volunteer] === 1) this.visitWindow(volunteer, language);
      if (volunteers.town[volunteer] !== NO_TOWN) this.visitTown(volunteer, language);
    }
    for (const language of spoken) this.speaks[language] = 0;
  }

  private visitWindow(volunteer: number, language: number): void {
    const { volunteers, input } = this.data;
    const km = input.volunteers[volunteer]?.maxDistanceKm ?? Infinity;
    const window = this.grid.window(volunteers.lat[volunteer] as number, volunteers.lon[volunteer] as number, km);
    const { start } = this.byCell;
    const limit = kmToChord(km);
    for (let row = window.firstRow; row <= window.lastRow; row++) {
      if (window.firstColumn > window.lastColumn) return;
      const base = language * this.grid.cells + row * this.grid.columns;
      const from = start[base + window.firstColumn] as number;
      const to = start[base + window.lastColumn + 1] as number;
      this.visitEntries(this.byCell, { volunteer, from, to, limit });
    }
  }

  private visitTown(volunteer: number, language: number): void {
    const at = language * this.byTown.cells + (this.data.volunteers.town[volunteer] as number);
    const from = this.byTown.start[at] as number;
    const to = this.byTown.start[at + 1] as number;
    this.visitEntries(this.byTown, { volunteer, from, to, limit: SAME_TOWN });
  }

  private visitEntries(index: RequestIndex, { volunteer, from, to, limit }: Visit): void {
    const { volunteers, requests } = this.data;
    const { request, topics, days } = index;
    const ownTopics = volunteers.topics[volunteer * volunteers.topicWords] as number;
    const ownDays = volunteers.days[volunteer] as number;
    const oneWord = volunteers.topicWords === 1;
    for (let k = from; k < to; k++) {
      if (((days[k] as number) & ownDays) === 0) continue;
      if (oneWord && ((topics[k] as number) & ownTopics) === 0) continue;
      const r = request[k] as number;
      let km = this.data.weights.sameTownKm;
      if (limit === SAME_TOWN) {
        if (requests.located[r] === 1 && volunteers.located[volunteer] === 1) continue;
      } else {
        const squared = chordSquared(requests, r, volunteers, volunteer);
        if (squared > limit) continue;
        km = chordToKm(squared);
      }
      const shared = oneWord ? bits((topics[k] as number) & ownTopics) : sharedTopics(this.data, r, volunteer);
      if (shared === 0 || !this.isAllowed(index, k, volunteer)) continue;
      this.add({
        volunteer,
        request: r,
        rank: index.rank[k] as number,
        shared,
        dayParts: (days[k] as number) & ownDays,
        km,
      });
    }
  }

  /** Gender wish, blocked pairs, and that no language the request would prefer is shared too (that entry counts). */
  private isAllowed(index: RequestIndex, entry: number, volunteer: number): boolean {
    const r = index.request[entry] as number;
    const { data } = this;
    if (this.wished[r] === 1 && data.wish[r] !== data.gender[volunteer]) return false;
    const rank = index.rank[entry] as number;
    const preferred = data.requests.languages[r] as readonly number[];
    for (let k = 0; k < rank; k++) if (this.speaks[preferred[k] as number] === 1) return false;
    return data.blocked.size === 0 || data.blocked.get(volunteer)?.has(r) !== true;
  }

  private add({ volunteer, request, rank, shared, dayParts, km }: Found): void {
    const { weights } = this.data;
    const topics = topicPoints(weights, this.asked[request] as number, shared);
    const points = languagePoints(weights, rank) + topics + availabilityPoints(weights, bits(dayParts));
    const proposal = this.proposal[request] as number;
    const hysteresis = proposal === -1 || proposal === volunteer ? 0 : weights.hysteresisPoints;
    this.pairs.add(request, volunteer, banded(weights, points) + distancePoints(weights, km) + hysteresis);
  }
}

/** Marks a visit by town, where distance is unknown. */
const SAME_TOWN = -1;

interface Visit {
  readonly volunteer: number;
  readonly from: number;
  readonly to: number;
  /** Square of the longest chord allowed. */
  readonly limit: number;
}

interface Found {
  readonly volunteer: number;
  readonly request: number;
  readonly rank: number;
  readonly shared: number;
  readonly dayParts: number;
  readonly km: number;
}
