import type { Day, Decision } from '@lotsennetz/kernel';
import type { HelperEvent, HelperState } from '../helper/helper.stream.js';

/** The duplicate is not available until the merge is undone; where the engagement stands is another matter. */
export function learnMerge(
  { merged, on }: { readonly merged: boolean; readonly on: Day },
  state: HelperState,
): Decision<HelperEvent, never> {
  if (state.merged === merged) return [];
  return [{ type: merged ? 'MergeLearnt' : 'MergeEndLearnt', happenedOn: on, data: {} }];
}
