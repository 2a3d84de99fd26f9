import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { MergeEvent, MergeState } from '../merge/merge.stream.js';

export type UndoMergeRefusal = 'never-merged';

/** They were two people after all. */
export function undoMerge({ on }: { readonly on: Day }, state: MergeState): Decision<MergeEvent, UndoMergeRefusal> {
  switch (state.status) {
    case 'none':
      return refuse('never-merged');
    case 'undone':
      return [];
    case 'merged':
      return [{ type: 'MergeUndone', happenedOn: on, data: {} }];
  }
}
