import { matching, registration, training } from '@lotsennetz/contracts';
import { personalFields, type Contract, type ContractEvent } from '@lotsennetz/kernel';
import { facts } from '../facts/facts.stream.js';
import { factOf } from './fact-of.js';

const isContractDefinition = (exported: unknown): exported is Contract =>
  typeof exported === 'object' && exported !== null && 'type' in exported && 'shape' in exported;
const contracts = [registration, training, matching].flatMap((owner) =>
  Object.values<unknown>(owner).filter(isContractDefinition),
);
/** About tenants, tokens and rights of people, or a change that no figure depends on. */
const passedOver = [
  'tenant-founded',
  'tenant-settings-changed',
  'office-opened',
  'office-closed',
  'membership-granted',
  'membership-ended',
  'second-factor-reset',
  'person-invited',
  'invitation-repeated',
  'agreement-signed',
  'agreement-ended',
  'oversight-granted',
  'oversight-revoked',
  'token-created',
  'token-revoked',
  'volunteer-profile-changed',
  'erasure-ordered',
  'erasure-acknowledged',
  'volunteers-merged',
  'merge-undone',
  'processing-restricted',
  'restriction-lifted',
  'export-requested',
  'person-data-gathered',
  // Guests count at the partner, who publishes their enrolments like any others.
  'guest-promoted',
  'guest-removed',
  'guest-attendance-recorded',
  'guest-session-made-up',
  'guest-passed',
];

function published(contract: Contract): ContractEvent {
  return {
    id: 'e1',
    type: contract.type,
    stream: 's1',
    revision: 4,
    recordedAt: '2015-02-11T08:00:00.000Z',
    happenedOn: '2015-02-10',
    tenant: 'siegen',
    correlationId: 'c',
    data: Object.fromEntries(Object.keys(contract.shape).map((name) => [name, `value of ${name}`])),
  } as ContractEvent;
}

describe('facts of contract events', () => {
  it.each(contracts.map((contract) => [contract.type, contract] as const))('%s', (type, contract) => {
    const name = type.split('.')[1] ?? '';
    const fact = factOf(published(contract));
    if (passedOver.includes(name)) {
      expect(fact).toBeUndefined();
      return;
    }
    expect(fact).toMatchObject({
      happenedOn: '2015-02-10',
      data: {
        fact: name,
        sourceStream: 's1',
        sourceRevision: 4,
        sourceEvent: 'e1',
        recordedAt: '2015-02-11T08:00:00.000Z',
      },
    });
    const personal = personalFields(contract.shape).map(({ path }) => `value of ${path}`);
    expect(Object.values(fact?.data ?? {}).filter((value) => personal.includes(String(value)))).toEqual([]);
  });

  it.each([
    ['volunteer-left', registration.volunteerLeft],
    ['enrolment-cancelled', training.enrolmentCancelled],
    ['request-withdrawn', matching.requestWithdrawn],
    ['proposal-expired', matching.proposalExpired],
  ])('%s says that somebody was forgotten', (_, contract) => {
    expect(factOf(published(contract))?.data).toMatchObject({ cause: 'value of cause' });
  });

  it('the schema of facts has no place for personal data', () => {
    expect(Object.values(facts.schemas).flatMap((shape) => personalFields(shape))).toEqual([]);
  });
});
