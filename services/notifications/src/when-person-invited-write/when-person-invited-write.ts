import { registration } from '@lotsennetz/contracts';
import { isContract, loadState, TenantScope, type ContractEvent } from '@lotsennetz/kernel';
import { Commands, ServiceRuntime } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { contact, type ContactEvent } from '../contact/contact.stream.js';
import { invitation, type InvitationEvent } from '../invitation/invitation.stream.js';
import { knowContact } from '../know-contact.decider.js';
import { MessageQueue } from '../message-queue.js';
import { knowInvitation } from './know-invitation.decider.js';

const consumer = 'notifications.when-person-invited-write';
const types = [
  registration.personInvited,
  registration.invitationRepeated,
  registration.membershipGranted,
  registration.membershipEnded,
].map(({ type }) => type);

/**
 * Whom a tenant invites gets the link by mail; whoever has no address gets it from the office. Whether an invitation
 * still counts is asked again when the mail is sent.
 */
@Controller()
export class WhenPersonInvitedWrite {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
    private readonly queue: MessageQueue,
  ) {}

  @EventPattern('registration', { consumer, types })
  async write(@Payload() event: ContractEvent): Promise<void> {
    const { happenedOn } = event;
    if (isContract(registration.personInvited, event)) {
      const { membershipId, subjectId, invitation: number, validUntil } = event.data;
      const recipientId = subjectId ?? membershipId;
      if (event.data.email === undefined) return;
      await this.know(event, recipientId);
      const data = { recipientId, invitation: number, validUntil };
      await this.learn(event, membershipId, { type: 'InvitationLearnt', happenedOn, data });
      await this.send(event, membershipId);
    } else if (isContract(registration.invitationRepeated, event)) {
      const { membershipId, ...data } = event.data;
      await this.learn(event, membershipId, { type: 'InvitationRepeatLearnt', happenedOn, data });
      await this.send(event, membershipId);
    } else if (isContract(registration.membershipGranted, event) || isContract(registration.membershipEnded, event)) {
      await this.learn(event, event.data.membershipId, { type: 'InvitationEndLearnt', happenedOn, data: {} });
    }
  }

  /** Volunteers are known by their registration; of them this changes nothing. */
  private async know(
    event: ContractEvent<string, Extract<ContactEvent, { type: 'ContactLearnt' }>['data']>,
    id: string,
  ): Promise<void> {
    const { givenName, familyName, email, preferredLanguage } = event.data;
    const data = {
      givenName,
      familyName,
      ...(email ? { email } : {}),
      ...(preferredLanguage ? { preferredLanguage } : {}),
    };
    const command: ContactEvent = { type: 'ContactLearnt', happenedOn: event.happenedOn, data };
    await this.commands.react(event, consumer, { stream: contact, id, decide: knowContact, command });
  }

  private async learn(event: ContractEvent, id: string, command: InvitationEvent): Promise<void> {
    await this.commands.react(event, consumer, { stream: invitation, id, decide: knowInvitation, command });
  }

  private async send(event: ContractEvent, membershipId: string): Promise<void> {
    const { state } = await loadState(this.runtime, invitation, {
      scope: TenantScope.of(event.tenant),
      id: membershipId,
    });
    if (state.status === 'unknown') return;
    const { recipientId, invitation: number, validUntil } = state;
    const params = { membershipId, invitation: number, validUntil };
    await this.queue.writeBecauseOf(event, consumer, { template: 'membership-invited', recipientId, params });
  }
}
