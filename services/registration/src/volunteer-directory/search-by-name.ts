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
  readonly limit?: number;
  readonly cursor?: string;
}

/** Every word of `q` must start a word of the name, or be part of the e-mail address. Ordered by family name. */
export function searchByName(people: People, query: NameQuery): ListAnswer<Person> {
  const found = [...people.values()]
    .filter((person) => namesMatch(person, query.q ?? '') && filtersMatch(person, query))
    .sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'de'));
  const start = query.cursor === undefined ? 0 : found.findIndex((person) => person.id === query.cursor) + 1;
  if (query.cursor !== undefined && start === 0) throw new InvalidCursor();
  const items = found.slice(start, start + (query.limit ?? 50));
  const last = items.at(-1);
  const next = last && start + items.length < found.length ? last.id : null;
  return { items: items.map((person) => withDuplicates(person, people)), next };
}

type Row = People extends ReadonlyMap<string, infer Value> ? Value : never;

function namesMatch(person: Row, q: string): boolean {
  const words = `${searchable(person.givenName)} ${searchable(person.familyName)}`.split(/[\s-]+/);
  const email = searchable(person.email);
  return searchable(q)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)) || email.includes(part));
}

function filtersMatch(person: Row, query: NameQuery): boolean {
  const { status, language, topic, availability, town, carrier } = query;
  return (
    (status === undefined || person.status === status) &&
    (town === undefined || person.town === town) &&
    (carrier === undefined || person.carrier === carrier) &&
    (language === undefined || person.languages.includes(language)) &&
    (topic === undefined || person.topics.includes(topic)) &&
    (availability === undefined || person.availability.some((part) => part === availability))
  );
}

function sortKey(person: Row): string {
  return `${searchable(person.familyName)} ${searchable(person.givenName)} ${person.id}`;
}
