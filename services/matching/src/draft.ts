import {
  explain,
  IncrementalAssignment,
  type Attrition,
  type Candidates,
  type CostParts,
  type Explanation,
} from '@lotsennetz/assignment';
import { canonical, type Day } from '@lotsennetz/kernel';
import { isAvailable } from './helper/helper.stream.js';
import type { HelperRow } from './helper/helper-pool.view.js';
import {
  candidatesOf,
  labelOf,
  needsSomebody,
  penaltyOf,
  problemOf,
  taskOf,
  type MatchingTask,
} from './matching-task.js';
import { placesAt, type Pool } from './pool.js';
import type { RequestRow } from './request/request-list.view.js';

/** How many more requests may arrive, and places open at a volunteer, before the draft is built anew. */
const spareRequests = 256;
const sparePlaces = 4;

/** A request that is part of the draft, with where its candidates are described. */
interface Seat {
  readonly index: number;
  readonly row: RequestRow;
  readonly look: Candidates;
  readonly at: number;
}

/** What a draft knows about its optimum, with its requests by the engine's index (undefined: gone). */
export interface Drafted {
  readonly task: MatchingTask;
  readonly rows: readonly (RequestRow | undefined)[];
  readonly explanation: Explanation<CostParts, Attrition>;
  /** What covering one more normal request is worth. */
  readonly step: number;
}

/**
 * The best proposals as of now, kept in memory and carried on with every change of a row. It records nothing:
 * only a computation makes proposals. A change it cannot follow makes it stale, and a new one takes its place.
 */
export class Draft {
  private readonly task: MatchingTask;
  private readonly step: number;
  private readonly dearest: number;
  private readonly engine: IncrementalAssignment;
  private readonly seats = new Map<string, Seat>();
  private readonly rows: (RequestRow | undefined)[];
  private readonly helpers: Map<string, { readonly index: number; row: HelperRow; readonly places: number }>;
  /** Request -> volunteer who has agreed and is not yet confirmed; and how many such there are at each volunteer. */
  private readonly agreed = new Map<string, string>();
  private readonly promised = new Map<string, number>();
  private drafted: Drafted | undefined;
  private broken = false;

  constructor(
    pool: Pick<Pool, 'requests' | 'helpers'>,
    readonly on: Day,
  ) {
    this.task = taskOf(pool, on);
    const { found, problem, step, dearest } = problemOf(this.task, spareRequests);
    this.step = step;
    this.dearest = dearest;
    this.engine = new IncrementalAssignment(problem);
    this.rows = [...this.task.requests];
    this.rows.forEach((row, index) => row && this.seats.set(row.id, { index, row, look: found, at: index }));
    const capacity = (index: number) => problem.capacity[index] ?? 0;
    this.helpers = new Map(this.task.helpers.map((row, index) => [row.id, { index, row, places: capacity(index) }]));
    for (const row of pool.requests) this.promise(row.id, row);
  }

  /** Whether something has happened that the draft could not follow. */
  get stale(): boolean {
    return this.broken;
  }

  requestChanged(id: string, row: RequestRow | undefined): void {
    this.drafted = undefined;
    const touched = this.promise(id, row);
    const seat = this.seats.get(id);
    if (row && needsSomebody(row) && row.receivedOn <= this.on) this.seatRequest(row, seat);
    else if (seat) this.unseat(id, seat);
    for (const volunteerId of touched) this.countPlaces(volunteerId);
  }

  helperChanged(id: string, row: HelperRow | undefined): void {
    this.drafted = undefined;
    const known = this.helpers.get(id);
    const available = row !== undefined && row.known && isAvailable(row);
    if (!known && !available) return;
    if (!known || !available || profileOf(known.row) !== profileOf(row)) {
      this.broken = true;
      return;
    }
    known.row = row;
    this.countPlaces(id);
  }

  /** The optimum as it stands, explained. */
  now(): Drafted {
    if (this.drafted) return this.drafted;
    const { problem, assignment } = this.engine.snapshot();
    const seatOf = (index: number) => {
      const row = this.rows[index];
      const seat = row && this.seats.get(row.id);
      if (!seat) throw new RangeError(`request ${index} of the draft is gone`);
      return seat;
    };
    const explanation = explain(problem, assignment, {
      parts: (r, v) => seatOf(r).look.parts(seatOf(r).at, v),
      attrition: (r) => seatOf(r).look.attrition(seatOf(r).at),
      label: (r) => labelOf(this.rows[r]),
    });
    this.drafted = { task: this.task, rows: [...this.rows], explanation, step: this.step };
    return this.drafted;
  }

  /** The engine's index of a request; undefined for one that needs nobody. */
  indexOf(requestId: string): number | undefined {
    return this.seats.get(requestId)?.index;
  }

  private seatRequest(row: RequestRow, seat: Seat | undefined): void {
    const { look, profile } = candidatesOf(this.task, row, this.on);
    const { column, cost } = look.problem;
    const full = !seat && this.seats.size >= this.task.requests.length + spareRequests;
    if (full || cost.some((points) => points > this.dearest)) {
      this.broken = true;
      return;
    }
    const arrival = { volunteers: column, costs: cost, unmatchedPenalty: penaltyOf(profile, this.step) };
    if (seat) this.engine.change(seat.index, arrival);
    const index = seat ? seat.index : this.engine.arrive(arrival);
    this.seats.set(row.id, { index, row, look, at: 0 });
    this.rows[index] = row;
  }

  private unseat(id: string, { index }: Seat): void {
    this.engine.withdraw(index);
    this.seats.delete(id);
    this.rows[index] = undefined;
  }

  /** Notes at whom the request holds a place by an agreement; answers whose places that changes. */
  private promise(id: string, row: RequestRow | undefined): readonly string[] {
    const agreement = row?.status === 'open' && row.proposal?.status === 'accepted' ? row.proposal : undefined;
    const before = this.agreed.get(id);
    const now = agreement?.volunteerId;
    if (before === now) return [];
    this.agreed.delete(id);
    if (now !== undefined) this.agreed.set(id, now);
    const touched = [
      [before, -1],
      [now, 1],
    ] as const;
    return touched.flatMap(([volunteerId, change]) => {
      if (volunteerId === undefined) return [];
      this.promised.set(volunteerId, (this.promised.get(volunteerId) ?? 0) + change);
      return [volunteerId];
    });
  }

  private countPlaces(volunteerId: string): void {
    const known = this.helpers.get(volunteerId);
    if (!known) return;
    const { free } = placesAt(known.row, this.promised.get(volunteerId) ?? 0);
    if (free > known.places + sparePlaces) this.broken = true;
    else this.engine.setCapacity(known.index, free);
  }
}

/** What a change of which moves pairs, not only places. */
function profileOf({ capacity: _, places: __, ...profile }: HelperRow): string {
  return JSON.stringify(canonical(profile));
}
