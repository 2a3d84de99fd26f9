import { day, erased } from '@lotsennetz/kernel';
import { rosa } from '../example-facts.js';
import { duplicateGroups, duplicatesOf, withDuplicates, type Person } from './possible-duplicates.js';

type Row = Omit<Person, 'possibleDuplicateOf'>;

const since = day('2015-01-06');
const { birthYear: _, email: __, ...unmarked } = rosa;
const someone = { ...unmarked, status: 'active', channel: 'form', statusSince: since, interestedSince: since } as const;
const person = (id: string, marks: Partial<Row>): Row => ({ ...someone, revision: 0, id, ...marks }) as Row;

function hints(...rows: readonly Row[]): (readonly string[])[] {
  return withDuplicates(rows, new Map(rows.map((row) => [row.id, row]))).map((row) => row.possibleDuplicateOf);
}

describe('possible duplicates', () => {
  it('share an e-mail address, however it is written', () => {
    expect(
      hints(person('a', { email: 'Rosa@Example.org' }), person('b', { givenName: 'R', email: 'rosa@example.org' })),
    ).toEqual([['b'], ['a']]);
  });
  it('share a phone number, however it is written', () => {
    expect(hints(person('a', { phone: '0271 555-01' }), person('b', { phone: '0271/55501' }))).toEqual([['b'], ['a']]);
  });
  it('share name and year of birth', () => {
    expect(hints(person('a', { birthYear: 1971 }), person('b', { givenName: 'ROSA', birthYear: 1971 }))).toEqual([
      ['b'],
      ['a'],
    ]);
  });
  it('are not those who share a name only, or a year only', () => {
    expect(
      hints(
        person('a', {}),
        person('b', {}),
        person('c', { birthYear: 1971 }),
        person('d', { birthYear: 1971, givenName: 'Ines' }),
      ),
    ).toEqual([[], [], [], []]);
  });
  it('are named once each, never the person itself', () => {
    const marks = { email: 'rosa@example.org', phone: '0271 55501', birthYear: 1971 };
    expect(hints(person('b', marks), person('a', marks), person('c', marks))).toEqual([
      ['a', 'c'],
      ['b', 'c'],
      ['a', 'b'],
    ]);
  });
  it('are never found through what was erased', () => {
    const forgotten = { givenName: erased, familyName: erased, email: erased, phone: erased, birthYear: erased };
    expect(hints(person('a', forgotten), person('b', forgotten))).toEqual([[], []]);
  });
  it('are no hint any more once merged; the one who stays names them', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => person(id, { phone: '0271 3333' })) as [Row, Row, Row];
    const merged = { ...b, merged: true, mergedInto: 'a' } as const;
    expect(hints(a, merged, c)).toEqual([['c'], [], ['a']]);
    const people = new Map([a, merged, c].map((row) => [row.id, row]));
    expect([duplicatesOf('a', people), duplicatesOf('c', people)]).toEqual([['b'], []]);
  });
  it('are worked out anew when a person changes', () => {
    const [a, b] = [person('a', { phone: '0271 1111' }), person('b', { phone: '0271 1111' })];
    expect(hints(a, b)).toEqual([['b'], ['a']]);
    expect(hints(a, { ...b, phone: '0271 2222' })).toEqual([[], []]);
  });
});

describe('groups of possible duplicates', () => {
  const groups = (...rows: readonly Row[]) => duplicateGroups(new Map(rows.map((row) => [row.id, row])));

  it('name who shares what, each group once', () => {
    const both = { email: 'rosa@example.org', phone: '0271 55501' };
    expect(groups(person('b', both), person('a', both), person('c', { phone: '0271 55502' }))).toEqual([
      { id: 'a.b', volunteerIds: ['a', 'b'], shared: ['email', 'phone'] },
    ]);
  });
  it('are none among strangers, and hold nobody who is merged already', () => {
    expect(groups(person('a', { email: 'a@example.org' }), person('b', { email: 'b@example.org' }))).toEqual([]);
    const email = 'rosa@example.org';
    expect(groups(person('a', { email }), person('b', { email, merged: true }))).toEqual([]);
  });
});
