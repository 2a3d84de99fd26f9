import { given } from '@lotsennetz/testing';
import { processingRestricted, restrictionLifted } from '../example-facts.js';
import { restriction } from '../restriction/restriction.stream.js';
import { restrictProcessing } from './restrict-processing.decider.js';

const command = { ...processingRestricted.data, on: processingRestricted.happenedOn };

describe('restricting what is done with a person’s data', () => {
  it('holds at once, and again after it was lifted', () => {
    given(restriction).when(restrictProcessing, command).then(processingRestricted);
    given(restriction, processingRestricted, restrictionLifted)
      .when(restrictProcessing, command)
      .then(processingRestricted);
  });
  it('twice changes nothing, whatever the ground', () => {
    given(restriction, processingRestricted)
      .when(restrictProcessing, { ...command, ground: 'claims' })
      .thenNothing();
  });
});
