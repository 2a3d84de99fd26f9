import * as field from './schema.js';
import { conforms, misfits } from './schema-check.js';

const sealedName = { sealed: 'AAAA', subject: 'p', purpose: 'name', origin: 'e/name' };

const kinds: readonly (readonly [string, field.Field, readonly unknown[], readonly unknown[]])[] = [
  ['id', field.id(), ['a'], ['', 1, null]],
  ['code', field.code('a', 'b'), ['a', 'b'], ['c', '', 0]],
  ['language', field.language(), ['de', 'zh-Hant'], ['DE', 'Deutsch', 1]],
  ['topic', field.topic(), ['health', 'public-authorities'], ['Health', 'a b', '', 1]],
  ['day', field.day(), ['2016-02-29'], ['2015-02-29', '29.02.2016', 1]],
  ['instant', field.instant(), ['2015-01-06T08:00:00.000Z'], ['2015-01-06T08:00:00Z', '2015-01-06', 1]],
  ['time', field.time(), ['18:00'], ['24:00', '8:00', 18]],
  ['integer', field.integer(), [0, -3], [1.5, '1', NaN, null]],
  ['number', field.number(), [0.5, 2], ['1', Infinity, NaN]],
  ['boolean', field.boolean(), [true, false], ['true', 0]],
  ['public text', field.publicText('public'), ['', 'Siegen'], [1, null]],
  ['personal', field.personal('name'), [sealedName], ['Rosa', { ...sealedName, purpose: 'note' }, { erased: true }]],
  ['list', field.list(field.integer()), [[], [1, 2]], [[1, 'a'], 1, { 0: 1 }]],
  ['record', field.record({ at: field.time() }), [{ at: '18:00' }], [{}, { at: '18:00', to: 1 }, [], null, 'x']],
];

describe('checking data against a shape', () => {
  it.each(kinds)('tells good from bad: %s', (_, kind, good, bad) => {
    for (const value of good) expect([value, misfits({ value: kind }, { value })]).toEqual([value, []]);
    for (const value of bad) expect([value, conforms({ value: kind }, { value })]).toEqual([value, false]);
  });
  it('wants every field that is not optional', () => {
    const shape = { id: field.id(), town: field.optional(field.publicText('public')) };
    expect(conforms(shape, { id: 'a' })).toBe(true);
    expect(conforms(shape, { id: 'a', town: undefined })).toBe(true);
    expect(misfits(shape, { town: 'Siegen' })).toEqual(['id: missing']);
    expect(misfits(shape, { id: 'a', town: null })).toEqual(['town: not of kind public-text']);
  });
  it('names the place, and never the value', () => {
    const shape = { people: field.list(field.record({ name: field.personal('name') })), role: field.code('a', 'b') };
    const data = { people: [{ name: sealedName }, { name: 'Rosa', age: 44 }], role: 'c', surprise: 1 };
    expect(misfits(shape, data)).toEqual([
      'surprise: not in the shape',
      'people.1.age: not in the shape',
      'people.1.name: not sealed for name',
      'role: not one of a, b',
    ]);
  });
  it.each([[null], ['text'], [[]], [undefined]])('refuses %j for data', (data) => {
    expect(misfits({}, data)).toEqual(['data: not a record']);
  });
  it('is not fooled by names every object has', () => {
    expect(conforms({}, JSON.parse('{"toString": 1}'))).toBe(false);
    expect(misfits({ constructor: field.id() }, {})).toEqual(['constructor: missing']);
  });
});
