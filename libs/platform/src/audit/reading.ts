import { AsyncLocalStorage } from 'node:async_hooks';
import type { Keys, Purpose } from '@lotsennetz/kernel';
import type { PersonalIndex } from './personal-index.js';

/** Whose personal values, and which kinds of them. */
export type Subjects = Readonly<Record<string, readonly Purpose[]>>;

/** An answer as far as it can be looked into. */
export type Answered =
  | { readonly kind: 'texts'; readonly texts: ReadonlySet<string> }
  /** A file, a picture, a stream. */
  | { readonly kind: 'opaque' };

/** What one request has opened. */
export class Reading {
  private readonly opened = new Map<string, Set<Purpose>>();
  private readonly searched = new Set<PersonalIndex>();

  get empty(): boolean {
    return this.opened.size === 0 && this.searched.size === 0;
  }

  noteOpened(subject: string, purpose: Purpose): void {
    this.opened.set(subject, (this.opened.get(subject) ?? new Set()).add(purpose));
  }

  /** Rows that lie open in memory: only what of them stands in the answer was shown. */
  noteSearched(index: PersonalIndex): void {
    this.searched.add(index);
  }

  /**
   * Whose data the answer shows. What was opened for this request counts as shown by a read even where its value cannot
   * be found in the answer, since it may be part of a longer text; a write or a refusal shows only people it names.
   */
  shownIn(answer: Answered, { read }: { readonly read: boolean }): Subjects {
    const shown = new Map<string, Set<Purpose>>();
    const add = (subject: string, purpose: Purpose) =>
      shown.set(subject, (shown.get(subject) ?? new Set()).add(purpose));
    const names = (subject: string) => answer.kind === 'opaque' || answer.texts.has(subject);
    for (const [subject, purposes] of this.opened)
      if (read || names(subject)) for (const purpose of purposes) add(subject, purpose);
    for (const index of this.searched)
      for (const { subject, purpose } of answer.kind === 'opaque' ? index.everybody() : index.shownIn(answer.texts))
        add(subject, purpose);
    return Object.fromEntries([...shown].map(([subject, purposes]) => [subject, [...purposes].toSorted()]));
  }
}

const storage = new AsyncLocalStorage<Reading | undefined>();

/** Runs the work as part of this request's reading. */
export function reading<Result>(present: Reading, work: () => Result): Result {
  return storage.run(present, work);
}

/** Runs the work as nobody's reading: what is opened ahead of any answer. */
export function readingAhead<Result>(work: () => Result): Result {
  return storage.run(undefined, work);
}

export function presentReading(): Reading | undefined {
  return storage.getStore();
}

/** The same keys; each one that opens a value is noted with the request under way. Nothing can be opened beside it. */
export function notedKeys(keys: Keys): Keys {
  return {
    ...keys,
    find: async (scope, subject, purpose) => {
      const key = await keys.find(scope, subject, purpose);
      if (key) presentReading()?.noteOpened(subject, purpose);
      return key;
    },
  };
}
