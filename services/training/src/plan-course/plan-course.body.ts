import { ClockTime, Flag, Id, OnDay, Records, Text, WholeNumber } from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';

/** One dated meeting. */
export class SessionBody {
  @WholeNumber({ min: 1, max: 200, optional: true, description: 'Its place in the list unless told otherwise.' })
  readonly number?: number;
  @WholeNumber({
    min: 1,
    max: 200,
    optional: true,
    description: 'The module of the curriculum it teaches; the one of its own number unless told otherwise.',
  })
  readonly module?: number;
  @Text({ max: 200, optional: true, description: "The module's title unless told otherwise." })
  readonly title?: string;
  @OnDay()
  readonly heldOn: Day;
  @ClockTime()
  readonly startsAt: string;
  @ClockTime()
  readonly endsAt: string;
  @WholeNumber({ min: 1, max: 1440, optional: true, description: 'From start to end unless told otherwise.' })
  readonly minutes?: number;
  @Text({ max: 200, optional: true, description: 'The body that sends the lecturer, such as Jobcenter; not a person.' })
  readonly lecturer?: string;
}

/** What planning a course takes. */
export class CourseBody {
  @Text({
    max: 40,
    pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._/-]*$/u,
    description: 'Unique in the tenant, such as SI-2015-1.',
  })
  readonly code: string;
  @Text({ max: 200, optional: true, description: "The curriculum's title unless told otherwise." })
  readonly title?: string;
  @Text({ max: 100 })
  readonly town: string;
  @Id({ optional: true, description: 'The curriculum it is planned from; without one every session names its title.' })
  readonly curriculumId?: string;
  @Records(() => SessionBody, { min: 1, max: 100 })
  readonly sessions: SessionBody[];
  @WholeNumber({ min: 1, max: 10_000, optional: true, description: 'No limit unless told otherwise.' })
  readonly seats?: number;
  @Flag({ optional: true, description: 'Whether a full course keeps a waiting list; it does unless told otherwise.' })
  readonly waitingList?: boolean;
  @WholeNumber({
    min: 0,
    max: 100,
    optional: true,
    description: "How many sessions may be missed; the curriculum's rule, else 1, unless told otherwise.",
  })
  readonly maxMissed?: number;
}
