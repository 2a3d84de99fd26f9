import { given } from '@lotsennetz/testing';
import { householdCorrected, householdRegistered } from '../example-facts.js';
import { newcomer } from '../newcomer/newcomer.stream.js';
import { correctNewcomer } from './correct-newcomer.decider.js';

const { data: change, happenedOn: on } = householdCorrected;

describe('correcting a household', () => {
  it('records what changes', () =>
    given(newcomer, householdRegistered).when(correctNewcomer, { change, on }).then(householdCorrected));
  it('without any change records nothing', () =>
    given(newcomer, householdRegistered).when(correctNewcomer, { change: {}, on }).thenNothing());
  it('refuses whom nobody has registered', () =>
    given(newcomer).when(correctNewcomer, { change, on }).thenRefused('unknown-newcomer'));
});
