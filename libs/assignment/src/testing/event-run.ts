import { IncrementalAssignment } from '../incremental/incremental-assignment.js';
import type { NewRequest } from '../incremental/new-request.js';
import type { Problem } from '../problem.js';
import { verify } from '../verify.js';
import type { Random } from './random.js';
import { randomProblem } from './random-problem.js';

/** A seeded run of all kinds of events, with the certificate verified after each. */
export class EventRun {
  readonly problem: Problem;
  readonly assignment: IncrementalAssignment;
  private readonly open: number[];
  private readonly seen = new Set<string>();

  constructor(
    private readonly random: Random,
    limits: { requests: number; volunteers: number },
  ) {
    this.problem = randomProblem(random, limits);
    this.assignment = new IncrementalAssignment(this.problem);
    this.open = Array.from({ length: this.problem.requests }, (_, r) => r);
  }

  /** Kinds of events that have happened. */
  get kinds(): number {
    return this.seen.size;
  }

  /** One event, then the proof. */
  step(): void {
    const kind = EVENTS[this.random.below(EVENTS.length)] as (typeof EVENTS)[number];
    if (this.open.length === 0 && kind !== 'arrive') return;
    this.seen.add(kind);
    this[kind]();
    const { problem, assignment } = this.assignment.snapshot();
    verify(problem, assignment);
  }

  private arrive(): void {
    this.open.push(this.assignment.arrive(this.request()));
  }

  private withdraw(): void {
    this.assignment.withdraw(this.takeOpen());
  }

  private change(): void {
    this.assignment.change(this.anyOpen(), this.request());
  }

  private reject(): void {
    const request = this.anyOpen();
    const volunteer = this.assignment.volunteerOf(request);
    this.assignment.reject(request, volunteer >= 0 ? volunteer : this.volunteer());
  }

  private confirm(): void {
    const request = this.anyOpen();
    const proposed = this.assignment.volunteerOf(request);
    const volunteer = proposed >= 0 && this.random.chance(0.7) ? proposed : this.volunteer();
    try {
      this.assignment.confirm(request, volunteer);
    } catch (error) {
      if (error instanceof RangeError) return;
      throw error;
    }
    this.open.splice(this.open.indexOf(request), 1);
    if (this.limit(volunteer) > 0) this.assignment.setCapacity(volunteer, Math.min(2, this.limit(volunteer)));
  }

  private setCapacity(): void {
    const volunteer = this.volunteer();
    this.assignment.setCapacity(volunteer, this.random.below(1 + Math.min(4, this.limit(volunteer))));
  }

  private pause(): void {
    this.assignment.pause(this.volunteer());
  }

  private resume(): void {
    for (let k = 0; k < 3; k++) this.assignment.resume(this.volunteer());
  }

  /** Places that have a cost. */
  private limit(volunteer: number): number {
    const { placeStart } = this.assignment.snapshot().problem;
    return placeStart === undefined ? 4 : (placeStart[volunteer + 1] as number) - (placeStart[volunteer] as number);
  }

  private request(): NewRequest {
    const volunteers: number[] = [];
    for (let v = 0; v < this.problem.volunteers; v++) if (this.random.chance(0.3)) volunteers.push(v);
    const costs = volunteers.map(() => this.random.below(20));
    return { volunteers, costs, unmatchedPenalty: 3000 * (1 + this.random.below(3)) + this.random.below(9) };
  }

  private volunteer(): number {
    return this.random.below(this.problem.volunteers);
  }

  private anyOpen(): number {
    return this.open[this.random.below(this.open.length)] as number;
  }

  private takeOpen(): number {
    return this.open.splice(this.random.below(this.open.length), 1)[0] as number;
  }
}

const EVENTS = [
  'arrive',
  'arrive',
  'withdraw',
  'change',
  'setCapacity',
  'pause',
  'resume',
  'reject',
  'confirm',
] as const;
