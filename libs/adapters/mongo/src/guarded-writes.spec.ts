import type { Position } from '@lotsennetz/kernel';
import { later, roundsOf } from './guarded-writes.js';
import type { RowWrite } from './row-document.js';

const write = (collection: string, key: string, position?: string): RowWrite => ({
  collection,
  key,
  position: position as Position | undefined,
  document: undefined,
});

describe('writes of a commit', () => {
  it('go out together, except for the second change to a row', () => {
    const [first, again] = [write('one', 'a', '1'), write('one', 'a', '2')];
    const [other, elsewhere] = [write('one', 'b', '1'), write('two', 'a', '1')];
    expect(roundsOf([first, other, again, elsewhere])).toEqual([
      new Map([
        ['one', [first, other]],
        ['two', [elsewhere]],
      ]),
      new Map([['one', [again]]]),
    ]);
    expect(roundsOf([])).toEqual([]);
  });

  it('pass their guard when the row is absent, earlier, or written regardless', () => {
    const [absent, earlier, regardless] = [write('c', 'a', '1'), write('c', 'b', '5'), write('c', 'c')];
    const [same, behind] = [write('c', 'd', '5'), write('c', 'e', '4')];
    const stored = new Map([
      ['b', '4'],
      ['c', '9'],
      ['d', '5'],
      ['e', '5'],
    ]);
    expect(later([absent, earlier, regardless, same, behind], stored)).toEqual([absent, earlier, regardless]);
  });
});
