import type { Purpose } from '@lotsennetz/kernel';
import { isSealed } from '@lotsennetz/kernel';

/** One personal value of a row: whose, of what kind, and what it says where that is a text. */
interface Part {
  readonly subject: string;
  readonly purpose: Purpose;
  readonly text: string | undefined;
}

/** Which rows, kept open in memory for searching, hold whose personal values: found by what stands in an answer. */
export class PersonalIndex {
  private readonly parts = new Map<string, readonly Part[]>();
  private readonly rowsByWord = new Map<string, Set<string>>();

  /** Takes in a row, as it is stored and as it reads opened. */
  put(id: string, sealedRow: object, opened: object): void {
    this.remove(id);
    const parts = [...partsOf(sealedRow, opened)];
    if (parts.length === 0) return;
    this.parts.set(id, parts);
    for (const word of wordsOf(id, parts)) this.rowsByWord.set(word, (this.rowsByWord.get(word) ?? new Set()).add(id));
  }

  remove(id: string): void {
    for (const word of wordsOf(id, this.parts.get(id) ?? [])) {
      const rows = this.rowsByWord.get(word);
      rows?.delete(id);
      if (rows?.size === 0) this.rowsByWord.delete(word);
    }
    this.parts.delete(id);
  }

  /**
   * Whose values stand among these texts of an answer: known by the person's id, or by the value alone. Two people of
   * one name are told apart where the answer names an id of one of them; where it does not, both count.
   */
  *shownIn(texts: ReadonlySet<string>): Iterable<{ readonly subject: string; readonly purpose: Purpose }> {
    const rows = new Set<string>();
    for (const text of texts) {
      const found = [...(this.rowsByWord.get(text) ?? [])];
      const named = found.filter((id) => this.isNamed(id, texts));
      for (const id of named.length > 0 ? named : found) rows.add(id);
    }
    for (const id of rows) {
      const parts = this.parts.get(id) ?? [];
      const shown = parts.filter(({ text }) => text !== undefined && texts.has(text));
      yield* shown.length > 0 ? shown : parts;
    }
  }

  /** Everybody: for answers that cannot be looked into. */
  *everybody(): Iterable<{ readonly subject: string; readonly purpose: Purpose }> {
    for (const parts of this.parts.values()) yield* parts;
  }

  private isNamed(id: string, texts: ReadonlySet<string>): boolean {
    return texts.has(id) || (this.parts.get(id) ?? []).some(({ subject }) => texts.has(subject));
  }
}

function wordsOf(id: string, parts: readonly Part[]): ReadonlySet<string> {
  return new Set([id, ...parts.flatMap(({ subject, text }) => (text === undefined ? [subject] : [subject, text]))]);
}

function* partsOf(sealedRow: unknown, opened: unknown): Iterable<Part> {
  if (isSealed(sealedRow)) {
    const text = typeof opened === 'string' && opened !== '' ? opened : undefined;
    // What is erased was not shown, whatever id stands beside it.
    if (text !== undefined || typeof opened !== 'object')
      yield { subject: sealedRow.subject, purpose: sealedRow.purpose, text };
    return;
  }
  if (typeof sealedRow !== 'object' || sealedRow === null || typeof opened !== 'object' || opened === null) return;
  for (const [name, value] of Object.entries(sealedRow))
    yield* partsOf(value, (opened as Readonly<Record<string, unknown>>)[name]);
}
