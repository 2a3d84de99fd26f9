import { given } from '@lotsennetz/testing';
import { acquaintance, nothingShared } from '../acquaintance/acquaintance.stream.js';
import { acquainted, acquaintanceEnded, phoneShared } from '../example-facts.js';
import { beginAcquaintance } from './begin-acquaintance.decider.js';
import { endAcquaintance } from './end-acquaintance.decider.js';

describe('an acquaintance', () => {
  const begin = { pair: acquainted.data, on: acquainted.happenedOn };
  const end = { on: acquaintanceEnded.happenedOn };

  it('begins with the placement, once', () => {
    given(acquaintance).when(beginAcquaintance, begin).then(acquainted);
    given(acquaintance, acquainted).when(beginAcquaintance, begin).thenNothing();
    given(acquaintance, acquainted, acquaintanceEnded).when(beginAcquaintance, begin).thenNothing();
  });
  it('is that of the newer confirmation, with nothing shared, where a restore has lost the first', () => {
    const pair = { volunteerId: 'emre', newcomerId: 'walid' };
    given(acquaintance, acquainted, phoneShared)
      .when(beginAcquaintance, { ...begin, pair })
      .then({ ...acquainted, data: pair });
    expect(
      acquaintance.evolve(
        { status: 'running', pair: acquainted.data, shared: { volunteer: ['phone'], newcomer: [] } },
        { ...acquainted, data: pair },
      ),
    ).toEqual({ status: 'running', pair, shared: nothingShared });
  });
  it('ends with it, once, and not where there was none', () => {
    given(acquaintance, acquainted).when(endAcquaintance, end).then(acquaintanceEnded);
    given(acquaintance, acquainted, acquaintanceEnded).when(endAcquaintance, end).thenNothing();
    given(acquaintance).when(endAcquaintance, end).thenNothing();
  });
});
