import type { Sealed } from '@lotsennetz/kernel';
import { PersonalIndex } from './personal-index.js';

const sealed = (subject: string, purpose: Sealed['purpose']): Sealed => ({
  ...{ sealed: '...', subject, purpose },
  origin: 'e/name',
});

function directory(): PersonalIndex {
  const index = new PersonalIndex();
  const put = (id: string, name: string, phone: string) =>
    index.put(id, { id, name: sealed(id, 'name'), phone: sealed(id, 'contact') }, { id, name, phone });
  put('rosa', 'Rosa Beispiel', '0271 111');
  put('walid', 'Walid Muster', '0271 222');
  put('rosa-2', 'Rosa Beispiel', '0271 333');
  return index;
}
const shown = (index: PersonalIndex, ...texts: string[]) =>
  [...index.shownIn(new Set(texts))].map(({ subject, purpose }) => `${subject} ${purpose}`).sort();

describe('whose values an answer shows', () => {
  it('those whose values stand in it, and only these kinds', () => {
    expect(shown(directory(), 'walid', 'Walid Muster')).toEqual(['walid name']);
  });
  it('a value counts without the id', () => {
    expect(shown(directory(), '0271 222')).toEqual(['walid contact']);
  });
  it('an id counts without a value, for every kind: it may be part of a longer text', () => {
    expect(shown(directory(), 'walid')).toEqual(['walid contact', 'walid name']);
  });
  it('two of one name are told apart by the id beside it', () => {
    expect(shown(directory(), 'rosa-2', 'Rosa Beispiel')).toEqual(['rosa-2 name']);
  });
  it('where no id tells them apart both count', () => {
    expect(shown(directory(), 'Rosa Beispiel')).toEqual(['rosa name', 'rosa-2 name']);
  });
  it('nobody else', () => {
    expect(shown(directory(), 'Siegen')).toEqual([]);
  });
  it('a changed row counts by what it says now', () => {
    const index = directory();
    index.put('walid', { id: 'walid', name: sealed('walid', 'name') }, { id: 'walid', name: 'Walid Neumann' });
    expect(shown(index, 'Walid Muster', '0271 222')).toEqual([]);
    expect(shown(index, 'Walid Neumann')).toEqual(['walid name']);
  });
  it('an erased person is not shown by their id', () => {
    const index = directory();
    index.put('walid', { name: sealed('walid', 'name') }, { name: { erased: true } });
    expect(shown(index, 'walid')).toEqual([]);
  });
  it('a removed row is gone', () => {
    const index = directory();
    index.remove('walid');
    expect(shown(index, 'walid', 'Walid Muster')).toEqual([]);
  });
});
