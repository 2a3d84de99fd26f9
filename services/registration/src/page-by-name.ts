import { InvalidCursor } from '@lotsennetz/kernel';
import { searchable, type ListAnswer } from '@lotsennetz/platform';

/** Whoever has a name to be found by; what was erased matches nothing. */
interface Named {
  readonly id: string;
  readonly givenName?: unknown;
  readonly familyName?: unknown;
  readonly email?: unknown;
}

export interface NameSearch {
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/**
 * Every word of `q` must start a word of the name, or be part of the e-mail address. Ordered by family name.
 * The cursor is the id of the last person shown: a name has no place in an address. @throws InvalidCursor
 */
export function pageByName<Row extends Named>(
  people: ReadonlyMap<string, Row>,
  { q, limit = 50, cursor }: NameSearch,
  mayBe: (person: Row) => boolean = () => true,
): ListAnswer<Row> {
  const parts = wordsOf(q);
  const found = [...people.values()].filter((person) => mayBe(person) && namesMatch(person, parts)).sort(byName);
  const start = cursor === undefined ? 0 : placeAfter(found, people.get(cursor));
  const items = found.slice(start, start + limit);
  const last = items.at(-1);
  const next = last && start + items.length < found.length ? last.id : null;
  return { items, next };
}

/** The last person shown may no longer be among those found; the list still goes on behind their name. */
function placeAfter(found: readonly Named[], last: Named | undefined): number {
  if (!last) throw new InvalidCursor();
  const place = found.findIndex((person) => byName(person, last) > 0);
  return place === -1 ? found.length : place;
}

const wordsOf = (value: unknown) =>
  searchable(value)
    .split(/[\s-]+/)
    .filter((word) => word !== '');
// Müller is found as "Müller", "Muller" and "Mueller".
const withUmlautsSpelt = (value: unknown) =>
  typeof value === 'string' ? value.normalize('NFC').replace(/[äöü]/gi, (letter) => `${letter}e`) : '';

function namesMatch(person: Named, parts: readonly string[]): boolean {
  const name = [person.givenName, person.familyName];
  const words = [...name, ...name.map(withUmlautsSpelt)].flatMap(wordsOf);
  const email = searchable(person.email);
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)) || email.includes(part));
}

const names = new Intl.Collator('de');

function byName(a: Named, b: Named): number {
  return (
    names.compare(searchable(a.familyName), searchable(b.familyName)) ||
    names.compare(searchable(a.givenName), searchable(b.givenName)) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
