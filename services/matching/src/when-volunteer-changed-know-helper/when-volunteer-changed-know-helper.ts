import { partOfChange, registration } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { helper, profileFieldNames, type HelperProfile, type HelperProfileChange } from '../helper/helper.stream.js';
import { knowHelper, type VolunteerFact } from './know-helper.decider.js';

const consumer = 'matching.when-volunteer-changed-know-helper';

/** One consumer for all that registration says of a volunteer: between consumers there is no order. */
@Controller()
export class WhenVolunteerChangedKnowHelper {
  constructor(private readonly commands: Commands) {}

  @EventPattern('registration', { consumer })
  async learn(@Payload() event: ContractEvent): Promise<void> {
    const learnt = factOf(event);
    if (learnt)
      await this.commands.react(event, consumer, {
        stream: helper,
        id: learnt.volunteerId,
        decide: knowHelper,
        command: learnt.fact,
      });
  }
}

const bareFacts = [
  [registration.volunteerAccepted, 'AcceptanceLearnt'],
  [registration.volunteerDeclined, 'DeclineLearnt'],
  [registration.volunteerPaused, 'PauseLearnt'],
  [registration.volunteerResumed, 'ResumptionLearnt'],
  [registration.volunteerLeft, 'LeavingLearnt'],
] as const;

function factOf(event: ContractEvent): { readonly volunteerId: string; readonly fact: VolunteerFact } | undefined {
  const { happenedOn } = event;
  if (isContract(registration.interestRegistered, event)) {
    const data = matchingPart(event.data) as HelperProfile;
    return { volunteerId: event.data.volunteerId, fact: { type: 'ProfileLearnt', happenedOn, data } };
  }
  if (isContract(registration.volunteerProfileChanged, event)) {
    const data = matchingPart(event.data);
    return { volunteerId: event.data.volunteerId, fact: { type: 'ProfileChangeLearnt', happenedOn, data } };
  }
  for (const [contract, type] of bareFacts)
    if (isContract(contract, event))
      return { volunteerId: event.data.volunteerId, fact: { type, happenedOn, data: {} } };
  return undefined;
}

// Names and contact data end here: matching has no use for them.
function matchingPart(data: Parameters<typeof partOfChange>[0]): HelperProfileChange {
  return partOfChange(data, profileFieldNames) as HelperProfileChange;
}
