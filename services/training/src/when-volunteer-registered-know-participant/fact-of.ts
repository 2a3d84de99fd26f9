import { partOfChange, registration } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import type { ParticipantChange, ParticipantEvent, ParticipantStatus } from '../participant/participant.stream.js';

const statusContracts = [
  [registration.volunteerAccepted, 'active'],
  [registration.volunteerDeclined, 'declined'],
  [registration.volunteerPaused, 'paused'],
  [registration.volunteerResumed, 'active'],
  [registration.volunteerLeft, 'left'],
] as const satisfies readonly (readonly [unknown, ParticipantStatus])[];

/** The volunteer and the fact in training's words; undefined for events that do not concern training. */
export function factOf(event: ContractEvent): { volunteerId: string; fact: ParticipantEvent } | undefined {
  const { happenedOn } = event;
  if (isContract(registration.interestRegistered, event)) {
    const { volunteerId, givenName, familyName } = event.data;
    const data = { ...needed(event.data), givenName, familyName };
    return { volunteerId, fact: { type: 'ParticipantLearnt', happenedOn, data } };
  }
  if (isContract(registration.volunteerProfileChanged, event))
    return {
      volunteerId: event.data.volunteerId,
      fact: { type: 'ParticipantChangeLearnt', happenedOn, data: needed(event.data) },
    };
  for (const [contract, status] of statusContracts)
    if (isContract(contract, event))
      return {
        volunteerId: event.data.volunteerId,
        fact: { type: 'ParticipantStatusLearnt', happenedOn, data: { status } },
      };
  return undefined;
}

/** The parts of a profile that training may keep: nothing it does not need. */
function needed(data: Parameters<typeof partOfChange>[0]): ParticipantChange {
  return partOfChange(data, ['givenName', 'familyName', 'email', 'town']) as ParticipantChange;
}
