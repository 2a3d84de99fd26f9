import { registration } from '@lotsennetz/contracts';
import { published } from '../example-registration.js';
import { factOf } from './fact-of.js';

const from = { tenant: 'siegen', id: 'rosa' };
const volunteerId = 'rosa';

describe('what training keeps of registration', () => {
  it('is name, address and town, and nothing else of a profile', () => {
    const profile = { givenName: 'Rosa', familyName: 'Nassauer', email: 'rosa@example.org', town: 'Siegen' };
    const event = published(registration.interestRegistered, from, {
      ...{ volunteerId, ...profile, phone: '0271 55500001', languages: ['de'], topics: [], capacity: 2 },
    });
    expect(factOf(event)).toEqual({
      volunteerId,
      fact: { type: 'ParticipantLearnt', happenedOn: event.happenedOn, data: profile },
    });
  });
  it('is of a change only what training keeps', () => {
    const event = published(registration.volunteerProfileChanged, from, { volunteerId, town: 'Netphen', capacity: 1 });
    expect(factOf(event)?.fact.data).toEqual({ town: 'Netphen' });
  });
  it.each([
    [registration.volunteerAccepted, 'active'],
    [registration.volunteerDeclined, 'declined'],
    [registration.volunteerPaused, 'paused'],
    [registration.volunteerResumed, 'active'],
    [registration.volunteerLeft, 'left'],
  ] as const)('is the status that $type leads to', (contract, status) => {
    expect(factOf(published(contract, from, { volunteerId }))?.fact.data).toEqual({ status });
  });
  it('is nothing of households', () => {
    expect(factOf(published(registration.newcomerRegistered, from, { newcomerId: 'x' }))).toBeUndefined();
  });
});
