import {
  explain,
  IncrementalAssignment,
  type Attrition,
  type Candidates,
  type CostParts,
  type Explanation,
} from '@lotsennetz/assignment';
import { canonical, type Day } from '@lotsennetz/kernel';
import { Agreements } from './agreements.js';
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

/** The newest rows, by id; undefined: there is none any more. */
export interface RowChanges {
  readonly requests: ReadonlyMap<string, RequestRow | undefined>;
  readonly helpers: ReadonlyMap<string, HelperRow | undefined>;
}

/** What a draft knows about its optimum, with its requests by the engine's index (undefined: gone). */
export interface Drafted {
  readonly task: MatchingTask;
  readonly rows: readonly (RequestRow | undefined)[];
  readonly explanation: Explanation<CostParts, Attrition>;
  /** What covering one more normal request is worth; all other points together are less than half of it. */
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
  private readonly agreements = new Agreements();
  private drafted: Drafted | undefined;
  private broken = false;

  constructor(
    pool: Omit<Pool, 'gone'>,
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
    for (const row of pool.requests) this.agreements.note(row.id, row);
  }

  /** Whether something has happened that the draft could not follow. */
  get stale(): boolean {
    return this.broken;
  }

  /** Carries the optimum on. A row that comes again changes nothing. */
  follow({ requests, helpers }: RowChanges): void {
    this.drafted = undefined;
    const touched = new Set<string>();
    for (const [id, row] of helpers) if (this.learnHelper(id, row)) touched.add(id);
    const seeking: RequestRow[] = [];
    for (const [id, row] of requests) {
      for (const volunteerId of this.agreements.note(id, row)) touched.add(volunteerId);
      const seat = this.seats.get(id);
      if (row && needsSomebody(row) && row.receivedOn <= this.on) seeking.push(row);
      else if (seat) this.unseat(id, seat);
    }
    this.seat(seeking);
    for (const volunteerId of touched) this.countPlaces(volunteerId);
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

  /** Whether it is a volunteer of this draft; makes the draft stale where more than places has changed. */
  private learnHelper(id: string, row: HelperRow | undefined): boolean {
    const known = this.helpers.get(id);
    const available = row !== undefined && row.known && isAvailable(row);
    if (!known && !available) return false;
    if (!known || !available || profileOf(known.row) !== profileOf(row)) {
      this.broken = true;
      return false;
    }
    known.row = row;
    return true;
  }

  private seat(rows: readonly RequestRow[]): void {
    if (rows.length === 0) return;
    const arrivals = rows.filter(({ id }) => !this.seats.has(id)).length;
    const { look, profiles } = candidatesOf(this.task, rows, this.on);
    const { rowStart, column, cost } = look.problem;
    const tooMany = this.seats.size + arrivals > this.task.requests.length + spareRequests;
    if (tooMany || cost.some((points) => points > this.dearest)) {
      this.broken = true;
      return;
    }
    rows.forEach((row, at) => {
      const pairs = [rowStart[at] ?? 0, rowStart[at + 1] ?? 0] as const;
      const change = {
        volunteers: column.subarray(...pairs),
        costs: cost.subarray(...pairs),
        unmatchedPenalty: profiles[at] ? penaltyOf(this.task.weights, profiles[at], this.step) : 0,
      };
      const seat = this.seats.get(row.id);
      if (seat) this.engine.change(seat.index, change);
      const index = seat ? seat.index : this.engine.arrive(change);
      this.seats.set(row.id, { index, row, look, at });
      this.rows[index] = row;
    });
  }

  private unseat(id: string, { index }: Seat): void {
    this.engine.withdraw(index);
    this.seats.delete(id);
    this.rows[index] = undefined;
  }

  private countPlaces(volunteerId: string): void {
    const known = this.helpers.get(volunteerId);
    if (!known) return;
    const { free } = placesAt(known.row, this.agreements.at(volunteerId));
    if (free > known.places + sparePlaces) this.broken = true;
    else this.engine.setCapacity(known.index, free);
  }
}

/** What a change of which moves pairs, not only places. */
function profileOf({ capacity: _, places: __, ...profile }: HelperRow): string {
  return JSON.stringify(canonical(profile));
}
