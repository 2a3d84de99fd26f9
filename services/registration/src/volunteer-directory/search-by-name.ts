import { InvalidCursor } from '@lotsennetz/kernel';
import { searchable, type ListAnswer } from '@lotsennetz/platform';
import { withDuplicates, type People, type Person } from './possible-duplicates.js';

export interface NameQuery {
  readonly q?: string;
  readonly status?: string;
  readonly language?: string;
  readonly topic?: string;
  readonly availability?: string;
  readonly town?: string;
  readonly carrier?: string;
  readonly merged?: 'hide' | 'show' | 'only';
  readonly limit?: number;
  readonly cursor?: string;
}

/**
 * Every word of `q` must start a word of the name, or be part of the e-mail address. Ordered by family name.
 * The cursor is the id of the last person shown: a name has no place in an address. @throws InvalidCursor
 */
export function searchByName(people: People, query: NameQuery): ListAnswer<Person> {
  const parts = wordsOf(query.q);
  const found = [...people.values()]
    .filter((person) => filtersMatch(person, query) && namesMatch(person, parts))
    .sort(byName);
  const start = query.cursor === undefined ? 0 : placeAfter(found, people.get(query.cursor));
  const items = found.slice(start, start + (query.limit ?? 50));
  const last = items.at(-1);
  const next = last && start + items.length < found.length ? last.id : null;
  return { items: withDuplicates(items, people), next };
}

type Row = People extends ReadonlyMap<string, infer Value> ? Value : never;

/** The last person shown may no longer be among those found; the list still goes on behind their name. */
function placeAfter(found: readonly Row[], last: Row | undefined): number {
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

function namesMatch(person: Row, parts: readonly string[]): boolean {
  const name = [person.givenName, person.familyName];
  const words = [...name, ...name.map(withUmlautsSpelt)].flatMap(wordsOf);
  const email = searchable(person.email);
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)) || email.includes(part));
}

function filtersMatch(person: Row, query: NameQuery): boolean {
  const { status, language, topic, availability, town, carrier, merged } = query;
  return (
    (merged === 'show' || (merged === 'only') === (person.merged === true)) &&
    (status === undefined || person.status === status) &&
    (town === undefined || person.town === town) &&
    (carrier === undefined || person.carrier === carrier) &&
    (language === undefined || person.languages.includes(language)) &&
    (topic === undefined || person.topics.includes(topic)) &&
    (availability === undefined || person.availability.some((part) => part === availability))
  );
}

const names = new Intl.Collator('de');

function byName(a: Row, b: Row): number {
  return (
    names.compare(searchable(a.familyName), searchable(b.familyName)) ||
    names.compare(searchable(a.givenName), searchable(b.givenName)) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
