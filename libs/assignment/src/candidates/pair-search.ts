import { bits, sharedTopics, topicsAsked } from './attrition.js';
import { NO_TOWN } from './compiled-profiles.js';
import { chordToKm, kmToChord } from './distance.js';
import { Grid } from './grid.js';
import { distancePoints } from './pair-cost.js';
import { PairList } from './pair-list.js';
import { QualityTable } from './quality-table.js';
import { RequestIndex } from './request-index.js';
import type { SideData } from './side-data.js';

/** In no cell of an index. */
const NO_CELL = -1;

/** Finds all pairs, volunteer by volunteer. */
export class PairSearch {
  readonly pairs: PairList;
  private readonly grid: Grid;
  private readonly byCell: RequestIndex;
  private readonly byTown: RequestIndex;
  /** Like `byTown`, of the requests whose place is unknown only. */
  private readonly unlocated: RequestIndex;
  private readonly speaks: Uint8Array;
  private readonly asked: Int32Array;
  private readonly quality: QualityTable;
  private readonly proposal: Int32Array;
  private readonly wished: Uint8Array;
  /** Cell of the requests whose town is not known. */
  private readonly nowhere: number;
  /** The volunteer being visited. */
  private volunteer = 0;
  /** Square of the longest chord this volunteer accepts, and the runs of cells in reach. */
  private limit = 0;
  private spans = 0;
  private readonly spanFirst: Int32Array;
  private readonly spanEnd: Int32Array;

  constructor(private readonly data: SideData) {
    const { requests, volunteers, words, input } = data;
    const languages = words.languages.size;
    this.pairs = new PairList(volunteers.count, 64 * requests.count);
    this.grid = new Grid(requests);
    this.byCell = new RequestIndex(requests, languages, this.grid);
    this.nowhere = words.towns.size;
    const town = requests.town.map((known) => (known === NO_TOWN ? this.nowhere : known));
    const unlocatedTown = town.map((known, r) => (requests.located[r] === 1 ? NO_CELL : known));
    this.byTown = new RequestIndex(requests, languages, { cells: this.nowhere + 1, of: town });
    this.unlocated = new RequestIndex(requests, languages, { cells: this.nowhere + 1, of: unlocatedTown });
    this.spanFirst = new Int32Array(this.grid.rows);
    this.spanEnd = new Int32Array(this.grid.rows);
    this.speaks = new Uint8Array(languages);
    this.asked = Int32Array.from({ length: requests.count }, (_, r) => topicsAsked(data, r));
    this.quality = new QualityTable(
      data.weights,
      this.asked.reduce((a, b) => Math.max(a, b), 0),
    );
    this.proposal = Int32Array.from(input.requests, ({ openProposal }) => openProposal ?? -1);
    this.wished = Uint8Array.from(data.wish, (wish) => (wish === undefined ? 0 : 1));
  }

  /** Neighbours after each other: what one volunteer has looked at is still at hand for the next. */
  get order(): Int32Array {
    return this.grid.arrange(this.data.volunteers);
  }

  /** Adds all pairs of one volunteer. */
  visit(volunteer: number): void {
    const { volunteers } = this.data;
    const spoken = volunteers.languages[volunteer] ?? [];
    this.volunteer = volunteer;
    this.pairs.open(volunteer);
    const located = volunteers.located[volunteer] === 1;
    if (located) this.drawCircle();
    for (const language of spoken) this.speaks[language] = 1;
    for (const language of spoken) {
      if (located) this.visitCircle(language);
      this.visitTowns(located ? this.unlocated : this.byTown, language);
    }
    for (const language of spoken) this.speaks[language] = 0;
    this.pairs.close(volunteer);
  }

  /** Works out which cells the volunteer's reach touches, once for all languages. */
  private drawCircle(): void {
    const { volunteers, input } = this.data;
    const v = this.volunteer;
    const km = input.volunteers[v]?.maxDistanceKm ?? Infinity;
    const circle = { lat: volunteers.lat[v] as number, lon: volunteers.lon[v] as number, km };
    const [firstRow, lastRow] = this.grid.rowsNear(circle);
    this.limit = kmToChord(km);
    this.spans = 0;
    for (let row = firstRow; row <= lastRow; row++) {
      const [first, last] = this.grid.columnsNear(circle, row);
      if (first > last) continue;
      this.spanFirst[this.spans] = row * this.grid.columns + first;
      this.spanEnd[this.spans++] = row * this.grid.columns + last + 1;
    }
  }

  private visitCircle(language: number): void {
    const { start, cells } = this.byCell;
    for (let i = 0; i < this.spans; i++) {
      const from = start[language * cells + (this.spanFirst[i] as number)] as number;
      const to = start[language * cells + (this.spanEnd[i] as number)] as number;
      if (from < to) this.visitNear(from, to);
    }
  }

  /** Entries of the grid: cheap checks first, on what lies side by side. */
  private visitNear(from: number, to: number): void {
    const { volunteers } = this.data;
    const { limit } = this;
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

  /** Entries of the same town, or of none that is known: whoever is near by coordinates is found by the circle instead. */
  private visitTowns(index: RequestIndex, language: number): void {
    const town = this.data.volunteers.town[this.volunteer] as number;
    const first = language * index.cells;
    if (town === NO_TOWN) {
      this.visitCells(index, first, first + this.nowhere);
      return;
    }
    this.visitCells(index, first + town, first + town);
    this.visitCells(index, first + this.nowhere, first + this.nowhere);
  }

  private visitCells(index: RequestIndex, first: number, last: number): void {
    const { volunteers, weights } = this.data;
    const { volunteer } = this;
    const to = index.start[last + 1] as number;
    for (let k = index.start[first] as number; k < to; k++) {
      if (((index.days[k] as number) & (volunteers.days[volunteer] as number)) === 0) continue;
      if (this.isAllowed(index, k)) this.add(index, k, weights.sameTownKm);
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
    const kind = this.quality.kind(index.rank[entry] as number, this.asked[r] as number, shared);
    const proposal = this.proposal[r] as number;
    const hysteresis = proposal === -1 || proposal === volunteer ? 0 : weights.hysteresisPoints;
    this.pairs.add(r, this.quality.of(kind, bits(dayParts)) + distancePoints(weights, km) + hysteresis);
  }
}
