import type { Filter, ReadModels } from '@lotsennetz/kernel';
import type { InUse } from './harness.js';
import { idsFound, kreuztal, rows, siegen, someCollection } from './rows-under-test.js';

const people = {
  amal: { town: 'Siegen', age: 31, active: true, topics: ['housing', 'kita'], course: { town: 'Netphen', seats: 20 } },
  bea: { town: 'Kreuztal', age: 0, active: false, topics: ['kita'], course: { town: 'Siegen', seats: 9.5 } },
  cem: { town: 'Siegen', age: 1, active: 1, topics: 'kita', course: null },
  dora: { topics: [1, true, 'a"b'], course: {} },
};

const meaning: readonly (readonly [string, Filter, readonly string[]])[] = [
  ['no condition', {}, ['amal', 'bea', 'cem', 'dora']],
  ['a text', { town: 'Siegen' }, ['amal', 'cem']],
  ['a number', { age: 31 }, ['amal']],
  ['the number 0', { age: 0 }, ['bea']],
  ['true, which is not 1', { active: true }, ['amal']],
  ['1, which is not true', { active: 1 }, ['cem']],
  ['false', { active: false }, ['bea']],
  ['a number written as text, which is another value', { age: '31' }, []],
  ['a path', { 'course.town': 'Netphen' }, ['amal']],
  ['one of some', { town: { in: ['Kreuztal', 'Netphen', 'Siegen'] } }, ['amal', 'bea', 'cem']],
  ['one of some of several types', { age: { in: [31, 1, '0'] } }, ['amal', 'cem']],
  ['one of none', { town: { in: [] } }, []],
  ['a list that has a text', { topics: { has: 'kita' } }, ['amal', 'bea']],
  ['a list that has a number', { topics: { has: 1 } }, ['dora']],
  ['a list that has true', { topics: { has: true } }, ['dora']],
  ['a list that has a text with quotes', { topics: { has: 'a"b' } }, ['dora']],
  ['has, where the field is a record', { course: { has: 'Siegen' } }, []],
  ['not a text; rows without the field meet it', { town: { not: 'Siegen' } }, ['bea', 'dora']],
  ['not true', { active: { not: true } }, ['bea', 'cem', 'dora']],
  ['not, on a path that ends in nothing', { 'course.town': { not: 'Siegen' } }, ['amal', 'cem', 'dora']],
  ['greater', { age: { gt: 1 } }, ['amal']],
  ['greater or equal', { age: { gte: 1 } }, ['amal', 'cem']],
  ['less', { age: { lt: 1 } }, ['bea']],
  ['less or equal', { age: { lte: 1 } }, ['bea', 'cem']],
  ['between', { age: { gt: 0, lte: 31 } }, ['amal', 'cem']],
  ['fractions', { 'course.seats': { gt: 9, lt: 9.75 } }, ['bea']],
  ['text in a range', { town: { gte: 'Kreuztal', lt: 'Siegen' } }, ['bea']],
  ['a range of another type than the field', { town: { gt: 5 } }, []],
  ['a text range on numbers', { age: { lt: 'x' } }, []],
  ['several conditions, all of which must hold', { town: 'Siegen', topics: { has: 'kita' } }, ['amal']],
  ['a field no row has', { nobody: 'x' }, []],
  ['not, on a field no row has', { nobody: { not: 'x' } }, ['amal', 'bea', 'cem', 'dora']],
];

export function filters(models: InUse<ReadModels>, indexes: readonly string[]): void {
  it.each(meaning)(`filters by %s (indexes: ${indexes.join(', ') || 'none'})`, async (_, filter, expected) => {
    const readModels = await models.open();
    const collection = await someCollection(readModels, indexes);
    await readModels.commit([...rows(collection, people), ...rows(collection, people, kreuztal)]);
    expect(await idsFound(readModels, collection, { filter })).toEqual(expected);
    expect(await readModels.count(collection, siegen, filter)).toBe(expected.length);
  });
}

const difficult = [
  `O'Brien`,
  '"quoted"',
  '100%',
  '_',
  '\\',
  '😀',
  'سلام',
  'ÄÖÜß',
  "'; DROP TABLE x; --",
  '["a"]',
  '{"a":1}',
  'null',
  '',
];

export function difficultText(models: InUse<ReadModels>): void {
  it('finds text of every kind by exactly that text, and keeps it as an id too', async () => {
    const readModels = await models.open();
    const collection = await someCollection(readModels, ['name']);
    const changes = difficult.map((name) => rows(collection, { [`id ${name}`]: { name, list: [name] } }));
    await readModels.commit([
      ...changes.flat(),
      ...rows(collection, { list: { name: ['a'] }, record: { name: { a: 1 } } }),
    ]);
    for (const name of difficult) {
      expect(await idsFound(readModels, collection, { filter: { name } })).toEqual([`id ${name}`]);
      expect(await idsFound(readModels, collection, { filter: { list: { has: name } } })).toEqual([`id ${name}`]);
      expect(await readModels.get(collection, siegen, `id ${name}`)).toMatchObject({ row: { name } });
    }
  });
}
