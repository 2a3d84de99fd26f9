import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { agreement, type AgreementEvent } from '../agreement/agreement.stream.js';
import { endAgreement } from './end-agreement.decider.js';

const on = day('2015-02-06');
const signed: AgreementEvent = {
  type: 'AgreementSigned',
  happenedOn: day('2015-01-06'),
  data: { partner: 'kreuztal', shares: ['courses'] },
};
const ended: AgreementEvent = { type: 'AgreementEnded', happenedOn: on, data: {} };

describe('ending an agreement', () => {
  it('takes the signature back', () => {
    given(agreement, signed).when(endAgreement, { on }).then(ended);
  });
  it('twice changes nothing, and neither does ending none', () => {
    given(agreement, signed, ended).when(endAgreement, { on }).thenNothing();
    given(agreement).when(endAgreement, { on }).thenNothing();
  });
});
