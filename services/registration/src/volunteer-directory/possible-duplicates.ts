import { searchable } from '@lotsennetz/platform';
import type { Opened } from '@lotsennetz/kernel';
import type { VolunteerRow } from './volunteer-directory.projection.js';

type Row = Opened<VolunteerRow>;
export type People = ReadonlyMap<string, Row>;
export type Person = Row & { readonly possibleDuplicateOf: readonly string[] };

/** The person with the ids of others of the same tenant who may be the same. A hint for people: couples share addresses. */
export function withDuplicates(person: Row, people: People): Person {
  const marks = marksOf(person);
  const possibleDuplicateOf = [...people.values()]
    .filter((other) => other.id !== person.id && marksOf(other).some((mark) => marks.includes(mark)))
    .map((other) => other.id);
  return { ...person, possibleDuplicateOf };
}

function marksOf({ email, phone, givenName, familyName, birthYear }: Row): readonly string[] {
  const digits = searchable(phone).replace(/\D/g, '');
  const name = `${searchable(givenName)} ${searchable(familyName)}`.trim();
  return [
    ...(searchable(email) ? [`email:${searchable(email)}`] : []),
    ...(digits ? [`phone:${digits}`] : []),
    ...(name && typeof birthYear === 'number' ? [`name:${name}:${birthYear}`] : []),
  ];
}
