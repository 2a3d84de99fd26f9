import { day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { agreement, type AgreementEvent } from '../agreement/agreement.stream.js';
import { signAgreement } from './sign-agreement.decider.js';

const partner = { id: 'kreuztal', kind: 'other' } as const;
const command = { partner, shares: ['courses'] as const, on: day('2015-01-06') };
const signed: AgreementEvent = {
  type: 'AgreementSigned',
  happenedOn: command.on,
  data: { partner: 'kreuztal', shares: ['courses'] },
};
const ended: AgreementEvent = { type: 'AgreementEnded', happenedOn: day('2015-02-06'), data: {} };

describe('signing an agreement', () => {
  it('records what this tenant would share with whom, also after an end', () => {
    given(agreement).when(signAgreement, command).then(signed);
    given(agreement, signed, ended).when(signAgreement, command).then(signed);
  });
  it('twice changes nothing', () => {
    given(agreement, signed).when(signAgreement, command).thenNothing();
  });
  it('refuses oneself, and a partner that does not exist', () => {
    given(agreement)
      .when(signAgreement, { ...command, partner: { ...partner, kind: 'own' } })
      .thenRefused('own-tenant');
    given(agreement)
      .when(signAgreement, { ...command, partner: { ...partner, kind: 'unknown' } })
      .thenRefused('unknown-partner');
  });
});
