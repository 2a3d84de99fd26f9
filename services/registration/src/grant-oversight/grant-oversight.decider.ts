import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { OversightEvent, OversightGrant, OversightState } from '../oversight/oversight.stream.js';

export interface GrantOversight {
  readonly grant: OversightGrant;
  /** Whether the one who is to read is a county other than the tenant itself. */
  readonly isCounty: boolean;
  readonly on: Day;
}

export type GrantOversightRefusal = 'not-a-county' | 'ends-in-the-past';

/** What is granted is fixed: other fields or another end are another grant. */
export function grantOversight(
  { grant, isCounty, on }: GrantOversight,
  state: OversightState,
): Decision<OversightEvent, GrantOversightRefusal> {
  if (state.status !== 'unknown') return [];
  if (!isCounty) return refuse('not-a-county');
  if (grant.until < on) return refuse('ends-in-the-past');
  return [{ type: 'OversightGranted', happenedOn: on, data: grant }];
}
