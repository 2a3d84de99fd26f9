import { changedMeanwhile, letGo, shownIn, typeInto, type Typed } from './merge-changes.js';

interface Record {
  readonly town: string;
  readonly phone: string;
  readonly languages: readonly string[];
}

const stored: Record = { town: 'Siegen', phone: '0271 5550001', languages: ['de'] };
const nothing: Typed<Record> = { mine: {}, seen: {} };
const typed = typeInto(stored, typeInto(stored, nothing, { town: 'Netph' }), { town: 'Netphen' });

describe('what was typed over a record', () => {
  it('stands over what is stored, also over what is stored later', () => {
    expect(shownIn(stored, typed)).toEqual({ ...stored, town: 'Netphen' });
    expect(shownIn({ ...stored, phone: '0271 5550002' }, typed)).toMatchObject({
      town: 'Netphen',
      phone: '0271 5550002',
    });
  });
  it('is in nobody’s way while others change something else, or the same to the same', () => {
    expect(changedMeanwhile(stored, typed)).toEqual([]);
    expect(changedMeanwhile({ ...stored, phone: '0271 5550002', languages: ['de', 'ar'] }, typed)).toEqual([]);
    expect(changedMeanwhile({ ...stored, town: 'Netphen' }, typed)).toEqual([]);
  });
  it('is named where somebody else has changed the same, until it is given up', () => {
    const theirs = { ...stored, town: 'Kreuztal' };
    expect(changedMeanwhile(theirs, typed)).toEqual(['town']);
    const both = typeInto(theirs, typed, { languages: ['ar'] });
    expect(letGo(both, ['town'])).toEqual({ mine: { languages: ['ar'] }, seen: { languages: ['de'] } });
    expect(shownIn(theirs, letGo(both, ['town']))).toEqual({ ...theirs, languages: ['ar'] });
  });
});
