import { given } from '@lotsennetz/testing';
import { processingRestricted, restrictionLifted } from '../example-facts.js';
import { restriction } from '../restriction/restriction.stream.js';
import { liftRestriction } from './lift-restriction.decider.js';

const command = { on: restrictionLifted.happenedOn };

describe('lifting a restriction', () => {
  it('lets what is stored be used again', () => {
    given(restriction, processingRestricted).when(liftRestriction, command).then(restrictionLifted);
  });
  it('twice changes nothing', () => {
    given(restriction, processingRestricted, restrictionLifted).when(liftRestriction, command).thenNothing();
  });
  it('refuses where there was none', () => {
    given(restriction).when(liftRestriction, command).thenRefused('never-restricted');
  });
});
