import type { Day, Decision } from '@lotsennetz/kernel';
import type { HelperEvent, HelperState } from '../helper/helper.stream.js';
import type { RequestEvent } from '../request/request.events.js';
import type { RequestState } from '../request/request.stream.js';

export interface LearnRestriction {
  readonly restricted: boolean;
  readonly on: Day;
}

/** The volunteer is not available while restricted; where the engagement stands is another matter. */
export function learnHelperRestriction(
  { restricted, on }: LearnRestriction,
  state: HelperState,
): Decision<HelperEvent, never> {
  if (state.restricted === restricted) return [];
  return [{ type: restricted ? 'RestrictionLearnt' : 'RestrictionEndLearnt', happenedOn: on, data: {} }];
}

/** Nobody is proposed for the household's request while it is restricted. */
export function learnRequestRestriction(
  { restricted, on }: LearnRestriction,
  state: RequestState,
): Decision<RequestEvent, never> {
  if (state.status === 'unknown' || (state.restricted ?? false) === restricted) return [];
  return [{ type: restricted ? 'RestrictionLearnt' : 'RestrictionEndLearnt', happenedOn: on, data: {} }];
}
