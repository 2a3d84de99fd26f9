import { given } from '@lotsennetz/testing';
import { declined, left, registered, rosa } from '../example-facts.js';
import { volunteer } from '../volunteer/volunteer.stream.js';
import { registerInterest } from './register-interest.decider.js';

const command = { profile: rosa, channel: 'form', on: registered.happenedOn } as const;

describe('registering an interest', () => {
  it('records the person with the way the interest came', () => {
    given(volunteer).when(registerInterest, command).then(registered);
    given(volunteer)
      .when(registerInterest, { ...command, channel: 'office' })
      .then({ type: 'InterestRegistered', happenedOn: command.on, data: { ...rosa, channel: 'office' } });
  });
  it('twice changes nothing, whatever became of it', () => {
    given(volunteer, registered).when(registerInterest, command).thenNothing();
    given(volunteer, registered, declined).when(registerInterest, command).thenNothing();
    given(volunteer, registered, left).when(registerInterest, command).thenNothing();
  });
});
