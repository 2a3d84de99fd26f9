import { given } from '@lotsennetz/testing';
import { acquaintance } from '../acquaintance/acquaintance.stream.js';
import { acquainted, acquaintanceEnded } from '../example-facts.js';
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
  it('ends with it, once, and not where there was none', () => {
    given(acquaintance, acquainted).when(endAcquaintance, end).then(acquaintanceEnded);
    given(acquaintance, acquainted, acquaintanceEnded).when(endAcquaintance, end).thenNothing();
    given(acquaintance).when(endAcquaintance, end).thenNothing();
  });
});
