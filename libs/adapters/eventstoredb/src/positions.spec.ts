import { commitOf, positionOf } from './positions.js';

describe('positions', () => {
  it('compare as strings in the order of the log', () => {
    const commits = ['0', '9', '10', '9007199254740993', '9223372036854775807'];
    const positions = commits.map(positionOf);
    expect(positions.toSorted()).toEqual(positions);
    expect(positions.map(commitOf)).toEqual(commits);
  });
  it('a position of another kind of store is refused', () => {
    expect(() => commitOf('0000000000000012' as never)).toThrow(RangeError);
  });
  it('a server that gives no positions is refused', () => {
    expect(() => positionOf('18446744073709551615')).toThrow('22.6');
  });
});
