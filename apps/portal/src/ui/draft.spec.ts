import { draftIn } from './draft.js';

const empty = { values: { minutes: '60', note: '' }, key: '' };

describe('a draft that a tab has kept', () => {
  it('is what was typed, and the key it is sent with', () => {
    const typed = { values: { minutes: '75', note: 'vormittags' }, key: 'k-1' };
    expect(draftIn(JSON.stringify(typed), empty)).toEqual(typed);
  });

  it('may hold more than the form begins with', () => {
    const changed = { changed: { name: 'Siegen' }, base: { name: 'Stadt Siegen' } };
    expect(draftIn(JSON.stringify(changed), { changed: {} })).toEqual(changed);
  });

  it.each([
    ['fields beside each other', { minutes: '75', note: 'vormittags' }],
    ['fields beside the key', { minutes: '75', note: 'vormittags', key: 'k-1' }],
    ['nothing', {}],
  ])('is none in the shape of another version: %s', (_, kept) => {
    expect(draftIn(JSON.stringify(kept), empty)).toBeUndefined();
  });
});
