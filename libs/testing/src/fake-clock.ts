import { addMs, instant, type Clock, type Instant } from '@lotsennetz/kernel';

export interface Step {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/** A clock that stands still until it is advanced by hand. */
export class FakeClock implements Clock {
  private moment: Instant;

  /** @throws RangeError when `start` is not an ISO-8601 moment. */
  constructor(start = '2015-11-20T08:00:00.000Z') {
    this.moment = instant(start);
  }

  now(): Instant {
    return this.moment;
  }

  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: Step): Instant {
    const stepMs = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1_000 + milliseconds;
    this.moment = addMs(this.moment, stepMs);
    return this.moment;
  }

  set(moment: string): Instant {
    this.moment = instant(moment);
    return this.moment;
  }
}
