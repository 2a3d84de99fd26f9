import { searchable } from '@lotsennetz/platform';
import type { Opened } from '@lotsennetz/kernel';
import type { VolunteerRow } from '../volunteer/volunteer-directory.view.js';

type Row = Opened<VolunteerRow>;
export type People = ReadonlyMap<string, Row>;
export type Person = Row & { readonly possibleDuplicateOf: readonly string[] };

/**
 * The persons of a page with the ids of others of the tenant who may be the same. A hint for people: couples share
 * addresses. Who is merged already is no hint any more.
 */
export function withDuplicates(page: readonly Row[], people: People): readonly Person[] {
  const idsByMark = idsByMarkOf(people);
  return page.map((person) => {
    const sharing = new Set(marksOf(person).flatMap((mark) => idsByMark.get(mark) ?? []));
    sharing.delete(person.id);
    return { ...person, possibleDuplicateOf: [...sharing].sort() };
  });
}

/** What volunteers of a group share. */
export type SharedMark = 'email' | 'phone' | 'name';

/** Volunteers who may be one person. */
export interface DuplicateGroup {
  /** Stays the same while the same volunteers share something. */
  readonly id: string;
  readonly volunteerIds: readonly string[];
  readonly shared: readonly SharedMark[];
}

/** Everybody who shares something with somebody, each set of volunteers once. Ordered by id. */
export function duplicateGroups(people: People): readonly DuplicateGroup[] {
  const groups = new Map<string, Set<SharedMark>>();
  for (const [mark, ids] of idsByMarkOf(people)) {
    if (ids.length < 2) continue;
    const key = [...ids].sort().join('.');
    groups.set(key, (groups.get(key) ?? new Set()).add(mark.slice(0, mark.indexOf(':')) as SharedMark));
  }
  return [...groups.keys()].sort().map((id) => ({
    id,
    volunteerIds: id.split('.'),
    shared: [...(groups.get(id) ?? [])],
  }));
}

/** The ids of those merged into this one. */
export function duplicatesOf(id: string, people: People): readonly string[] {
  return [...people.values()].flatMap((person) => (person.mergedInto === id ? [person.id] : [])).sort();
}

function idsByMarkOf(people: People): ReadonlyMap<string, readonly string[]> {
  const idsByMark = new Map<string, string[]>();
  for (const person of people.values())
    for (const mark of marksOf(person)) {
      const ids = idsByMark.get(mark);
      if (ids) ids.push(person.id);
      else idsByMark.set(mark, [person.id]);
    }
  return idsByMark;
}

// A row that changes is another object, so what was worked out for one stays right.
const knownMarks = new WeakMap<Row, readonly string[]>();

function marksOf(person: Row): readonly string[] {
  const known = knownMarks.get(person);
  if (known) return known;
  if (person.merged) return [];
  const { email, phone, givenName, familyName, birthYear } = person;
  const digits = searchable(phone).replace(/\D/g, '');
  const name = `${searchable(givenName)} ${searchable(familyName)}`.trim();
  const marks = [
    ...(searchable(email) ? [`email:${searchable(email)}`] : []),
    ...(digits ? [`phone:${digits}`] : []),
    ...(name && typeof birthYear === 'number' ? [`name:${name}:${birthYear}`] : []),
  ];
  knownMarks.set(person, marks);
  return marks;
}
