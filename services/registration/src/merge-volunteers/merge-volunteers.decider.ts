import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { MergeEvent, MergeState } from '../merge/merge.stream.js';

export type MergeVolunteersRefusal = 'same-volunteer' | 'merged-elsewhere' | 'target-merged' | 'has-duplicates';

export interface MergeVolunteers {
  /** The duplicate. */
  readonly id: string;
  /** The volunteer who stays. */
  readonly into: string;
  /** Whether the one who stays is a duplicate of somebody. */
  readonly targetMerged: boolean;
  /** Whether others are duplicates of this one. */
  readonly hasDuplicates: boolean;
  readonly on: Day;
}

/** Chains are refused, so that undoing one merge never changes what another one says. */
export function mergeVolunteers(
  { id, into, targetMerged, hasDuplicates, on }: MergeVolunteers,
  state: MergeState,
): Decision<MergeEvent, MergeVolunteersRefusal> {
  if (id === into) return refuse('same-volunteer');
  if (state.status === 'merged') return state.into === into ? [] : refuse('merged-elsewhere', { into: state.into });
  if (targetMerged) return refuse('target-merged');
  if (hasDuplicates) return refuse('has-duplicates');
  return [{ type: 'MergedInto', happenedOn: on, data: { into } }];
}
