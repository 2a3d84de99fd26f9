import { erased, InvalidCursor } from '@lotsennetz/kernel';
import { day } from '@lotsennetz/kernel';
import { rosa } from '../example-facts.js';
import type { People, Person } from './possible-duplicates.js';
import { searchByName } from './search-by-name.js';

type Row = Omit<Person, 'possibleDuplicateOf'>;

let made = 0;
function person(givenName: string, familyName: string, more: Partial<Row> = {}): Row {
  made += 1;
  const { birthYear: _, email: __, ...unnamed } = rosa;
  const since = day('2015-01-06');
  const row = { ...unnamed, id: `person-${String(made).padStart(4, '0')}`, status: 'active', channel: 'form' } as const;
  return { ...row, statusSince: since, interestedSince: since, revision: 0, givenName, familyName, ...more } as Row;
}
const peopleOf = (...rows: readonly Row[]): People => new Map(rows.map((row) => [row.id, row]));
const familyNames = (people: People, query: Parameters<typeof searchByName>[1]) =>
  searchByName(people, query).items.map((item) => item.familyName);

const people = peopleOf(
  person('Zoë', 'Müller'),
  person('Anna-Lena', 'Weiß', { email: 'lena.w@example.org' }),
  person('Åsa', 'Øvergaard'),
  person('Łucja', 'Wałęsa'),
  person('İlkay', 'Işık'),
  person('فاطمة', 'الأحمد'),
  person('Оксана', 'Коваленко'),
  person('Jürgen', 'Müller-Lüdenscheidt'),
);

describe('searching by name', () => {
  it.each([
    ['müller', ['Müller', 'Müller-Lüdenscheidt']],
    ['MULLER', ['Müller', 'Müller-Lüdenscheidt']],
    ['mueller', ['Müller', 'Müller-Lüdenscheidt']],
    ['zoe', ['Müller']],
    ['weiss', ['Weiß']],
    ['Weiß', ['Weiß']],
    ['WEIẞ', ['Weiß']],
    ['juergen luedenscheidt', ['Müller-Lüdenscheidt']],
    ['Müller-Lüdenscheidt', ['Müller-Lüdenscheidt']],
    ['overgaard', ['Øvergaard']],
    ['lucja walesa', ['Wałęsa']],
    ['ilkay isik', ['Işık']],
    ['الاحمد', ['الأحمد']],
    ['فاطمة', ['الأحمد']],
    ['коваленко оксана', ['Коваленко']],
    ['lena.w@', ['Weiß']],
    ['uller', []],
    ['müller weiß', []],
    ['-', []],
  ])('finds %s', (q, expected) => {
    expect(familyNames(people, { q })).toEqual(expected);
  });

  it('finds nobody by an erased name, and shows the erased where something else of theirs matches', () => {
    const forgotten = person('x', 'x', { givenName: erased, familyName: erased, email: erased });
    const halfForgotten = person('x', 'x', { givenName: erased, familyName: 'Blum' });
    const some = peopleOf(forgotten, halfForgotten);
    expect(familyNames(some, { q: 'x' })).toEqual([]);
    expect(familyNames(some, { q: 'erased' })).toEqual([]);
    expect(familyNames(some, { q: 'blum' })).toEqual(['Blum']);
  });

  it('hides duplicates that are merged, unless asked for', () => {
    const some = peopleOf(person('A', 'Eins'), person('A', 'Zwei', { merged: true, mergedInto: 'person-1' }));
    expect(familyNames(some, { q: 'a' })).toEqual(['Eins']);
    expect(familyNames(some, { q: 'a', merged: 'show' })).toEqual(['Eins', 'Zwei']);
  });

  it('meets every filter at once', () => {
    const some = peopleOf(
      person('A', 'Eins', { status: 'paused', town: 'Kreuztal', languages: ['uk'], topics: ['work'] }),
      person('A', 'Zwei', { status: 'paused', town: 'Siegen', carrier: 'AWO', availability: ['sun-evening'] }),
    );
    expect(familyNames(some, { q: 'a', status: 'paused' })).toEqual(['Eins', 'Zwei']);
    expect(familyNames(some, { q: 'a', status: 'left' })).toEqual([]);
    expect(familyNames(some, { q: 'a', town: 'Kreuztal' })).toEqual(['Eins']);
    expect(familyNames(some, { q: 'a', language: 'uk' })).toEqual(['Eins']);
    expect(familyNames(some, { q: 'a', topic: 'work' })).toEqual(['Eins']);
    expect(familyNames(some, { q: 'a', carrier: 'AWO' })).toEqual(['Zwei']);
    expect(familyNames(some, { q: 'a', availability: 'sun-evening' })).toEqual(['Zwei']);
    expect(familyNames(some, { q: 'a', town: 'Kreuztal', carrier: 'AWO' })).toEqual([]);
  });
});

describe('paging through people found by name', () => {
  const many = Array.from({ length: 120 }, (_, index) => person('Kim', `Berg${String(index % 60).padStart(3, '0')}`));
  const all = (rows: People, limit?: number): string[] => {
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = searchByName(rows, { q: 'kim', ...(limit ? { limit } : {}), ...(cursor ? { cursor } : {}) });
      ids.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor !== null);
    return ids;
  };

  it('shows 50 unless told otherwise', () => {
    expect(searchByName(peopleOf(...many), { q: 'kim' }).items).toHaveLength(50);
  });
  it.each([1, 7, 60, 119, 120, 200])('shows each once in pages of %i', (limit) => {
    expect(new Set(all(peopleOf(...many), limit)).size).toBe(120);
    expect(all(peopleOf(...many), limit)).toHaveLength(120);
  });
  it('goes on where it was when the last one shown no longer matches', () => {
    const rows = peopleOf(person('Kim', 'A'), person('Kim', 'B'), person('Kim', 'C'));
    const first = searchByName(rows, { q: 'kim', status: 'active', limit: 2 });
    const last = first.items[1]!;
    const later: People = new Map([...rows, [last.id, { ...rows.get(last.id)!, status: 'left' }]]);
    const second = searchByName(later, { q: 'kim', status: 'active', limit: 2, cursor: first.next! });
    expect([second.items.map((item) => item.familyName), second.next]).toEqual([['C'], null]);
  });
  it('refuses a cursor of nobody', () => {
    expect(() => searchByName(people, { q: 'a', cursor: 'nobody' })).toThrow(InvalidCursor);
  });
});
