import { FromQuery, Text, WholeNumber } from './fields.js';

/** Every list takes these; services add filters. */
export class ListQuery {
  @FromQuery()
  @WholeNumber({ optional: true, min: 1, max: 200, description: 'Rows in a page; 50 unless told otherwise.' })
  readonly limit?: number;

  @Text({ optional: true, max: 2000, description: 'The `next` of the page before.' })
  readonly cursor?: string;

  @Text({ optional: true, max: 100, description: 'Position of a write that the list must already show.' })
  readonly after?: string;
}

/** For reads of a single thing. */
export class AfterQuery {
  @Text({ optional: true, max: 100, description: 'Position of a write that the answer must already show.' })
  readonly after?: string;
}
