import { registration, type Role } from '@lotsennetz/contracts';
import { isContract, TenantScope, type ContractEvent } from '@lotsennetz/kernel';
import { Commands, mayStandBehind, ViewReader } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { revokeToken } from '../revoke-token.decider.js';
import { tokenList } from '../token/token-list.view.js';
import { token } from '../token/token.stream.js';

const consumer = 'registration.when-membership-changed-revoke-tokens';
const types = [registration.membershipGranted.type, registration.membershipEnded.type];

/**
 * Tokens of somebody who was dismissed, or has lost the role they were made with, are revoked. They open nothing from
 * the moment the change itself is known; this makes it last when the role is given back, and shows it.
 */
@Controller()
export class WhenMembershipChangedRevokeTokens {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
  ) {}

  @EventPattern('registration', { consumer, types })
  async revoke(@Payload() event: ContractEvent): Promise<void> {
    if (isContract(registration.membershipEnded, event)) await this.revokeThoseOf(event, event.data.membershipId, []);
    if (isContract(registration.membershipGranted, event))
      await this.revokeThoseOf(event, event.data.membershipId, event.data.roles);
  }

  private async revokeThoseOf(event: ContractEvent, createdBy: string, left: readonly Role[]): Promise<void> {
    const scope = TenantScope.of(event.tenant);
    await this.reader.reachNow();
    for await (const { id, role } of this.reader.all({ scope }, tokenList, { createdBy, status: 'valid' })) {
      if (mayStandBehind(left, role)) continue;
      const command = { on: event.happenedOn };
      await this.commands.react(event, consumer, { stream: token, id, decide: revokeToken, command, part: id });
    }
  }
}
