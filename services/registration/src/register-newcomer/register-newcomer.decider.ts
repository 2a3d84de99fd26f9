import type { Day, Decision } from '@lotsennetz/kernel';
import type { Household, NewcomerEvent, NewcomerState } from '../newcomer/newcomer.stream.js';

export interface RegisterNewcomer {
  readonly household: Household;
  readonly on: Day;
}

export function registerNewcomer(
  { household, on }: RegisterNewcomer,
  state: NewcomerState,
): Decision<NewcomerEvent, never> {
  return state.status === 'unknown' ? [{ type: 'NewcomerRegistered', happenedOn: on, data: household }] : [];
}
