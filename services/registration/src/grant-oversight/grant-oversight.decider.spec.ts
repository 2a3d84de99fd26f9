import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { oversight, type OversightEvent } from '../oversight/oversight.stream.js';
import { grantOversight } from './grant-oversight.decider.js';

const grant = {
  county: 'kreis',
  purpose: 'Integrationsbericht 2015',
  fields: ['courses'],
  until: day('2016-03-31'),
} as const;
const command = { grant, isCounty: true, on: day('2015-01-06') };
const granted: OversightEvent = { type: 'OversightGranted', happenedOn: command.on, data: grant };

describe('granting oversight', () => {
  it('records to whom, for what, and until when', () => {
    given(oversight).when(grantOversight, command).then(granted);
  });
  it('twice changes nothing, and revives no revoked one', () => {
    given(oversight, granted).when(grantOversight, command).thenNothing();
    given(oversight, granted, { type: 'OversightRevoked', happenedOn: command.on, data: {} })
      .when(grantOversight, command)
      .thenNothing();
  });
  it('refuses anybody but a county, and an end that has passed', () => {
    given(oversight)
      .when(grantOversight, { ...command, isCounty: false })
      .thenRefused('not-a-county');
    given(oversight)
      .when(grantOversight, { ...command, on: day('2016-04-01') })
      .thenRefused('ends-in-the-past');
  });
});
