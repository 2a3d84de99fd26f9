import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { oversight, type OversightEvent } from '../oversight/oversight.stream.js';
import { revokeOversight } from './revoke-oversight.decider.js';

const on = day('2015-02-06');
const granted: OversightEvent = {
  type: 'OversightGranted',
  happenedOn: day('2015-01-06'),
  data: { county: 'kreis', purpose: 'Umfrage', fields: [], until: day('2016-03-31') },
};
const revoked: OversightEvent = { type: 'OversightRevoked', happenedOn: on, data: {} };

describe('revoking oversight', () => {
  it('records it', () => {
    given(oversight, granted).when(revokeOversight, { on }).then(revoked);
  });
  it('twice changes nothing', () => {
    given(oversight, granted, revoked).when(revokeOversight, { on }).thenNothing();
  });
  it('refuses what was never granted', () => {
    given(oversight).when(revokeOversight, { on }).thenRefused('unknown-oversight');
  });
});
