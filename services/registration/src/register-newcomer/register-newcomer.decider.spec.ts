import { given } from '@lotsennetz/testing';
import { householdRegistered } from '../example-facts.js';
import { newcomer } from '../newcomer/newcomer.stream.js';
import { registerNewcomer } from './register-newcomer.decider.js';

const command = { household: householdRegistered.data, on: householdRegistered.happenedOn };

describe('registering a household', () => {
  it('records it', () => {
    given(newcomer).when(registerNewcomer, command).then(householdRegistered);
  });
  it('twice changes nothing', () => {
    given(newcomer, householdRegistered).when(registerNewcomer, command).thenNothing();
  });
});
