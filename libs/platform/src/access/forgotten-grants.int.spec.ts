import { registration } from '@lotsennetz/contracts';
import {
  day,
  deriveId,
  instant,
  TenantScope,
  type ContractEvent,
  type EventId,
  type StreamName,
} from '@lotsennetz/kernel';
import { startForTest, type TestDeployment } from '../testing.js';
import { endForgottenGrants } from './forgotten-grants.js';

const scope = TenantScope.of('siegen');

function granted(person: string, subjectId?: string): ContractEvent {
  return {
    id: deriveId('granted', person) as EventId,
    type: registration.membershipGranted.type,
    stream: `registration.membership-siegen_${person}` as StreamName,
    revision: 1,
    recordedAt: instant('2026-03-01T08:00:00Z'),
    happenedOn: day('2026-03-01'),
    tenant: scope.tenant,
    correlationId: 'c1',
    data: { membershipId: person, identity: `identity-of-${person}`, roles: ['volunteer'], subjectId },
  };
}

describe('what a service grants to somebody who was forgotten', () => {
  let platform: TestDeployment;
  beforeAll(async () => {
    platform = await startForTest([{ name: 'guests', purposes: [], projections: [], published: [], controllers: [] }]);
  });
  afterAll(() => platform.close());

  const guests = () => platform.service('guests');
  const holders = async () => {
    await guests().access.catchUp();
    return [...guests().access.grants.memberships.keys()].toSorted();
  };
  const hear = async (...events: readonly ContractEvent[]) => {
    await guests().bus.publish('registration', events);
    await platform.settled();
  };

  it('ends without any news of it', async () => {
    await hear(granted('account-of-rosa', 'rosa'), granted('account-of-emre', 'emre'), granted('ines'));
    for (const forgotten of ['rosa', 'ines']) await guests().keys.forget(scope, forgotten);
    expect(await holders()).toHaveLength(3);
    for (const _ of ['once', 'again']) await endForgottenGrants(guests(), 'guests');
    expect(await holders()).toEqual(['identity-of-account-of-emre']);
  });

  it('is not learnt when news from before come late', async () => {
    await guests().keys.forget(scope, 'walid');
    await hear(granted('account-of-walid', 'walid'), granted('account-of-amina', 'amina'));
    expect(await holders()).toEqual(['identity-of-account-of-amina', 'identity-of-account-of-emre']);
  });
});
