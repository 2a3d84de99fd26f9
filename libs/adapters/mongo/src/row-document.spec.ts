import { TenantScope, type Position } from '@lotsennetz/kernel';
import { viewDocumentOf, writeOf } from './row-document.js';

const scope = TenantScope.of('siegen');
const change = { collection: 'list', scope, id: 'a/b', position: '7' as Position };

describe('a row as document', () => {
  it('comes back as it was, whatever its fields are called', () => {
    const row = JSON.parse('{"$where":"1","a.b":{"$gt":[{"c.":null}]},"%24":1,"__proto__":{"x":1},"":0}') as object;
    const { document } = writeOf({ ...change, row });
    expect(Object.keys(document?.row ?? {}).join()).not.toMatch(/[$.]/);
    expect(viewDocumentOf(document!)).toEqual({ id: 'a/b', row, position: '7' });
  });

  it('is what JSON makes of it', () => {
    const row = { day: new Date(0), nothing: undefined, list: [undefined, NaN] };
    expect(writeOf({ ...change, row }).document?.row).toEqual({ day: '1970-01-01T00:00:00.000Z', list: [null, null] });
  });

  it('is refused when MongoDB could not take it', () => {
    expect(() => writeOf({ ...change, row: { text: 'x'.repeat(3_000_001) } })).toThrow(RangeError);
    expect(() => writeOf({ ...change, row: { big: 1n } })).toThrow(TypeError);
  });
});
