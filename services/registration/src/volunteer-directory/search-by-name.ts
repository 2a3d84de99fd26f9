import type { ListAnswer } from '@lotsennetz/platform';
import { pageByName, type NameSearch } from '../page-by-name.js';
import { withDuplicates, type People, type Person } from './possible-duplicates.js';

export interface NameQuery extends NameSearch {
  readonly status?: string;
  readonly language?: string;
  readonly topic?: string;
  readonly availability?: string;
  readonly town?: string;
  readonly carrier?: string;
  readonly merged?: 'hide' | 'show' | 'only';
}

/** Volunteers of this name, also narrowed like the list. @throws InvalidCursor */
export function searchByName(people: People, query: NameQuery): ListAnswer<Person> {
  const { items, next } = pageByName(people, query, (person) => filtersMatch(person, query));
  return { items: withDuplicates(items, people), next };
}

type Row = People extends ReadonlyMap<string, infer Value> ? Value : never;

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
