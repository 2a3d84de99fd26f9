import { Reading, type Answered } from './reading.js';

const answer = (...texts: string[]): Answered => ({ kind: 'texts', texts: new Set(texts) });

describe('what a request has shown', () => {
  it('a read shows what it opened, whatever the answer makes of it', () => {
    const read = new Reading();
    read.noteOpened('rosa', 'name');
    read.noteOpened('rosa', 'contact');
    expect(read.shownIn(answer(), { read: true })).toEqual({ rosa: ['contact', 'name'] });
  });
  it('a write shows only people it names', () => {
    const read = new Reading();
    read.noteOpened('rosa', 'name');
    read.noteOpened('walid', 'name');
    expect(read.shownIn(answer('rosa'), { read: false })).toEqual({ rosa: ['name'] });
  });
  it('a file shows everything that was opened for it', () => {
    const read = new Reading();
    read.noteOpened('rosa', 'name');
    expect(read.shownIn({ kind: 'opaque' }, { read: false })).toEqual({ rosa: ['name'] });
  });
});
