import { bits, sharedTopics, topicsAsked } from './attrition.js';
import { NO_TOWN } from './compiled-profiles.js';
import { chordToKm, kmToChord } from './distance.js';
import { Grid } from './grid.js';
import { availabilityPoints, banded, distancePoints, languagePoints, topicPoints } from './pair-cost.js';
import { PairList } from './pair-list.js';
import { RequestIndex } from './request-index.js';
import type { SideData } from './side-data.js';

/** Finds all pairs, volunteer by volunteer, so that a later stable sort by request leaves columns ascending. */
export class PairSearch {
  readonly pairs: PairList;
  private readonly grid: Grid;
  private readonly byCell: RequestIndex;
  private readonly byTown: RequestIndex;
  private readonly speaks: Uint8Array;
  private readonly asked: Int32Array;
  private readonly proposal: Int32Array;
  private readonly wished: Uint8Array;
  /** The volunteer being visited. */
  private volunteer = 0;

  constructor(private readonly data: SideData) {
    const { requests, words, input } = data;
    const languages = words.languages.size;
    this.pairs = new PairList(64 * requests.count);
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
    this.volunteer = volunteer;
    for (const language of spoken) this.speaks[language] = 1;
    for (const language of spoken) {
      if (volunteers.located[volunteer] === 1) this.visitCircle(language);
      if (volunteers.town[volunteer] !== NO_TOWN) this.visitTown(language);
    }
    for (const language of spoken) this.speaks[language] = 0;
  }

  private visitCircle(language: number): void {
    const { volunteers, input } = this.data;
    const km = input.volunteers[this.volunteer]?.maxDistanceKm ?? Infinity;
    const circle = { lat: volunteers.lat[this.volunteer] as number, lon: volunteers.lon[this.volunteer] as number, km };
    const { start } = this.byCell;
    const limit = kmToChord(km);
    const [firstRow, lastRow] = this.grid.rowsNear(circle);
    for (let row = firstRow; row <= lastRow; row++) {
      const [firstColumn, lastColumn] = this.grid.columnsNear(circle, row);
      if (firstColumn > lastColumn) continue;
      const base = language * this.grid.cells + row * this.grid.columns;
      this.visitNear(start[base + firstColumn] as number, start[base + lastColumn + 1] as number, limit);
    }
  }

  /** Entries of the grid: cheap checks first, on what lies side by side. */
  private visitNear(from: number, to: number, limit: number): void {
    const { volunteers } = this.data;
    const { topics, days, sphere } = this.byCell;
    const v = this.volunteer;
    const oneWord = volunteers.topicWords === 1;
    const ownTopics = oneWord ? (volunteers.topics[v] as number) : -1;
    const ownDays = volunteers.days[v] as number;
    const x = volunteers.sphere[3 * v] as number;
    const y = volunteers.sphere[3 * v + 1] as number;
    const z = volunteers.sphere[3 * v + 2] as number;
    for (let k = from; k < to; k++) {
      if (((days[k] as number) & ownDays) === 0) continue;
      if (oneWord && ((topics[k] as number) & ownTopics) === 0) continue;
      const dx = (sphere[3 * k] as number) - x;
      const dy = (sphere[3 * k + 1] as number) - y;
      const dz = (sphere[3 * k + 2] as number) - z;
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared <= limit && this.isAllowed(this.byCell, k)) this.add(this.byCell, k, chordToKm(squared));
    }
  }

  /** Entries of the same town, of which at least one side has no known place. */
  private visitTown(language: number): void {
    const { volunteers, requests, weights } = this.data;
    const { byTown, volunteer } = this;
    const at = language * byTown.cells + (volunteers.town[volunteer] as number);
    const located = volunteers.located[volunteer] === 1;
    const from = byTown.start[at] as number;
    const to = byTown.start[at + 1] as number;
    for (let k = from; k < to; k++) {
      if (located && requests.located[byTown.request[k] as number] === 1) continue;
      if (((byTown.days[k] as number) & (volunteers.days[volunteer] as number)) === 0) continue;
      if (this.isAllowed(byTown, k)) this.add(byTown, k, weights.sameTownKm);
    }
  }

  /** Gender wish, blocked pairs, and that no language the request would prefer is shared too (that entry counts). */
  private isAllowed(index: RequestIndex, entry: number): boolean {
    const { data, volunteer } = this;
    const r = index.request[entry] as number;
    if (this.wished[r] === 1 && data.wish[r] !== data.gender[volunteer]) return false;
    const rank = index.rank[entry] as number;
    if (rank > 0) {
      const preferred = data.requests.languages[r] as readonly number[];
      for (let k = 0; k < rank; k++) if (this.speaks[preferred[k] as number] === 1) return false;
    }
    return data.blocked.size === 0 || data.blocked.get(volunteer)?.has(r) !== true;
  }

  /** Adds a pair that passes everything, if a topic is shared. */
  private add(index: RequestIndex, entry: number, km: number): void {
    const { data, volunteer } = this;
    const { weights, volunteers } = data;
    const r = index.request[entry] as number;
    const dayParts = (index.days[entry] as number) & (volunteers.days[volunteer] as number);
    const shared =
      volunteers.topicWords === 1
        ? bits((index.topics[entry] as number) & (volunteers.topics[volunteer] as number))
        : sharedTopics(data, r, volunteer);
    if (shared === 0) return;
    const topics = topicPoints(weights, this.asked[r] as number, shared);
    const points =
      languagePoints(weights, index.rank[entry] as number) + topics + availabilityPoints(weights, bits(dayParts));
    const proposal = this.proposal[r] as number;
    const hysteresis = proposal === -1 || proposal === volunteer ? 0 : weights.hysteresisPoints;
    this.pairs.add(r, volunteer, banded(weights, points) + distancePoints(weights, km) + hysteresis);
  }
}
