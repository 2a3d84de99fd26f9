import { registration } from '@lotsennetz/contracts';
import { isContract, type ContractEvent } from '@lotsennetz/kernel';
import { Commands } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { contact, type ContactEvent } from '../contact/contact.stream.js';
import { knowContact } from '../know-contact.decider.js';

const consumer = 'notifications.when-volunteer-registered-know-contact';
const types = [
  registration.interestRegistered,
  registration.volunteerProfileChanged,
  registration.processingRestricted,
  registration.restrictionLifted,
].map(({ type }) => type);

/** Name, address and language of volunteers, sealed; opened only when a message is sent. */
@Controller()
export class WhenVolunteerRegisteredKnowContact {
  constructor(private readonly commands: Commands) {}

  @EventPattern('registration', { consumer, types })
  async learn(@Payload() event: ContractEvent): Promise<void> {
    const learnt = learntFrom(event);
    if (learnt)
      await this.commands.react(event, consumer, {
        stream: contact,
        id: learnt.id,
        decide: knowContact,
        command: learnt.fact,
      });
  }
}

function learntFrom(event: ContractEvent): { readonly id: string; readonly fact: ContactEvent } | undefined {
  const { happenedOn } = event;
  if (isContract(registration.interestRegistered, event)) {
    const { volunteerId, givenName, familyName, email, preferredLanguage } = event.data;
    const data = { givenName, familyName, ...present({ email, preferredLanguage }) };
    return { id: volunteerId, fact: { type: 'ContactLearnt', happenedOn, data } };
  }
  if (isContract(registration.volunteerProfileChanged, event)) {
    const { volunteerId, givenName, familyName, email, preferredLanguage, cleared: all = [] } = event.data;
    const cleared = (['email', 'preferredLanguage'] as const).filter((name) => all.includes(name));
    const changed = present({ givenName, familyName, email, preferredLanguage });
    const data = { ...changed, ...(cleared.length > 0 ? { cleared } : {}) };
    return { id: volunteerId, fact: { type: 'ContactChanged', happenedOn, data } };
  }
  if (isContract(registration.processingRestricted, event))
    return { id: event.data.subjectId, fact: { type: 'RestrictionLearnt', happenedOn, data: {} } };
  if (isContract(registration.restrictionLifted, event))
    return { id: event.data.subjectId, fact: { type: 'RestrictionEndLearnt', happenedOn, data: {} } };
  return undefined;
}

type Present<Fields> = { readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}
