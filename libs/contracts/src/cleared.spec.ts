import { applyChange, partOfChange } from './cleared.js';

const known = { town: 'Siegen', phone: '1', capacity: 2 };

describe('a change that clears', () => {
  it('takes away what it clears, replaces what it names and leaves the rest', () => {
    expect(applyChange(known, { capacity: 3, cleared: ['town', 'email'] } as never)).toEqual({
      phone: '1',
      capacity: 3,
    });
    expect(applyChange(known, {})).toEqual(known);
  });
  it('is handed on in part', () => {
    const change = { town: 'Netphen', cleared: ['phone', 'email'] };
    expect(partOfChange(change, ['town', 'email'])).toEqual({ town: 'Netphen', cleared: ['email'] });
    expect(partOfChange({ cleared: ['phone'] }, ['town'])).toEqual({});
  });
});
