import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { HouseholdChange, NewcomerEvent, NewcomerState } from '../newcomer/newcomer.stream.js';

export interface CorrectNewcomer {
  /** Only what changes. */
  readonly change: HouseholdChange;
  readonly on: Day;
}

export type CorrectNewcomerRefusal = 'unknown-newcomer';

/** Art. 16 DSGVO: what is wrong is put right; what was said before stays in the history, sealed. */
export function correctNewcomer(
  { change, on }: CorrectNewcomer,
  state: NewcomerState,
): Decision<NewcomerEvent, CorrectNewcomerRefusal> {
  if (state.status === 'unknown') return refuse('unknown-newcomer');
  if (Object.keys(change).length === 0) return [];
  return [{ type: 'NewcomerCorrected', happenedOn: on, data: change }];
}
