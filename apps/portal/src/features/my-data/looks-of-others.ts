import type { Look } from '../../api/own-rows.js';
import type { Page } from '../../api/rows.js';

/** A log as far as it was read, the latest first; `next`: where it goes on. */
type LogRead = Page<Pick<Look, 'at' | 'relation'>>;

/**
 * The looks of others, the latest first, as far back as every log was read: further back, those of a log that goes on
 * would be missing between the others. Reading them is a look too, which would soon hide those of others.
 */
export function looksOfOthers<Read extends LogRead>(read: readonly Read[]): readonly Read['items'][number][] {
  const ends = read.flatMap(({ items, next }) => (next === null ? [] : [items.at(-1)?.at ?? '']));
  const readBackTo = ends.reduce((latest, end) => (end > latest ? end : latest), '');
  return read
    .flatMap(({ items }): readonly Read['items'][number][] => items)
    .filter(({ at, relation }) => at >= readBackTo && relation !== 'self')
    .toSorted((a, b) => b.at.localeCompare(a.at));
}
