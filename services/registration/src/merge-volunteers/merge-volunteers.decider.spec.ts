import { given } from '@lotsennetz/testing';
import { mergedInto, mergeUndone } from '../example-facts.js';
import { merge } from '../merge/merge.stream.js';
import { mergeVolunteers } from './merge-volunteers.decider.js';

const { into } = mergedInto.data;
const command = { id: 'rosa-again', into, targetMerged: false, hasDuplicates: false, on: mergedInto.happenedOn };

describe('merging a duplicate', () => {
  it('says whose duplicate it is, and again after it was undone', () => {
    given(merge).when(mergeVolunteers, command).then(mergedInto);
    given(merge, mergedInto, mergeUndone).when(mergeVolunteers, command).then(mergedInto);
  });
  it('twice changes nothing', () => {
    given(merge, mergedInto).when(mergeVolunteers, command).thenNothing();
  });
  it('refuses somebody as their own duplicate', () => {
    given(merge)
      .when(mergeVolunteers, { ...command, id: into })
      .thenRefused('same-volunteer');
  });
  it('refuses whoever is merged into somebody else', () => {
    given(merge, mergedInto)
      .when(mergeVolunteers, { ...command, into: 'otto' })
      .thenRefused('merged-elsewhere', { into });
  });
  it('refuses chains, from either end', () => {
    given(merge)
      .when(mergeVolunteers, { ...command, targetMerged: true })
      .thenRefused('target-merged');
    given(merge)
      .when(mergeVolunteers, { ...command, hasDuplicates: true })
      .thenRefused('has-duplicates');
  });
});
