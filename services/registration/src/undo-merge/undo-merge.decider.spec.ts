import { given } from '@lotsennetz/testing';
import { mergedInto, mergeUndone } from '../example-facts.js';
import { merge } from '../merge/merge.stream.js';
import { undoMerge } from './undo-merge.decider.js';

const command = { on: mergeUndone.happenedOn };

describe('undoing a merge', () => {
  it('says that they are two', () => {
    given(merge, mergedInto).when(undoMerge, command).then(mergeUndone);
  });
  it('twice changes nothing', () => {
    given(merge, mergedInto, mergeUndone).when(undoMerge, command).thenNothing();
  });
  it('refuses where there was none', () => {
    given(merge).when(undoMerge, command).thenRefused('never-merged');
  });
});
