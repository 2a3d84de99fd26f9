import type { Day } from '@lotsennetz/kernel';
import type { RequestContext } from './context.js';
import { OnDay } from './fields.js';
import { invalidInput } from './problem.js';

/** Body of commands that only say when it happened. */
export class BusinessDayBody {
  @OnDay({ optional: true, description: 'The day it happened; today unless told otherwise. Not in the future.' })
  readonly on?: Day;
}

/** The day something happened: as told, or today. @throws Problem 400 for a day in the future. */
export function businessDay(told: Day | undefined, context: Pick<RequestContext, 'today'>, field = 'on'): Day {
  if (told !== undefined && told > context.today)
    throw invalidInput([{ field, problem: 'must not lie in the future' }]);
  return told ?? context.today;
}
