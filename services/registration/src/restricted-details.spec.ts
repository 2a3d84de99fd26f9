import { allShownTo, shownTo } from './restricted-details.js';

const open = { id: 'a', email: 'a@example.org', phone: '1', note: 'n' };
const restricted = { ...open, id: 'b', restricted: true } as const;

describe('what is shown of a restricted person', () => {
  it('is everything to administrators, and neither address nor note to others', () => {
    expect(shownTo({ roles: ['administrator'] }, restricted)).toEqual(restricted);
    expect(shownTo({ roles: ['coordinator'] }, restricted)).toEqual({ id: 'b', restricted: true });
    expect(shownTo({ roles: ['coordinator'] }, open)).toBe(open);
  });
  it('is the same in lists and when searching', () => {
    const rows = new Map<string, typeof open & { restricted?: true }>([
      ['a', open],
      ['b', restricted],
    ]);
    expect([...allShownTo({ roles: ['trainer'] }, rows).values()]).toEqual([open, { id: 'b', restricted: true }]);
    expect(allShownTo({ roles: ['administrator'] }, rows)).toBe(rows);
  });
});
