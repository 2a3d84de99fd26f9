import { registration } from '@lotsennetz/contracts';
import { isContract, TenantScope, type ContractEvent } from '@lotsennetz/kernel';
import { Commands, ViewReader } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { expireProposal } from '../expire-proposal.decider.js';
import { helper } from '../helper/helper.stream.js';
import { requestList } from '../request/request-list.view.js';
import { request } from '../request/request.stream.js';
import { learnMerge } from './learn-merge.decider.js';

const consumer = 'matching.when-volunteers-merged-stop-proposing';
const types = [registration.volunteersMerged.type, registration.mergeUndone.type];

/** Nobody proposes a duplicate any more, and what was proposed expires. Placements go on: people rely on them. */
@Controller()
export class WhenVolunteersMergedStopProposing {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
  ) {}

  @EventPattern('registration', { consumer, types })
  async learn(@Payload() event: ContractEvent): Promise<void> {
    const merged = isContract(registration.volunteersMerged, event);
    if (!merged && !isContract(registration.mergeUndone, event)) return;
    const { volunteerId } = event.data;
    const command = { merged, on: event.happenedOn };
    // First, so that nobody is proposed any more while the proposals are looked for.
    const learn = { stream: helper, id: volunteerId, decide: learnMerge, command, part: 'helper' };
    await this.commands.react(event, consumer, learn);
    if (merged) await this.expireProposals(event, volunteerId);
  }

  private async expireProposals(event: ContractEvent, volunteerId: string): Promise<void> {
    await this.reader.reachNow();
    const open = { status: 'open', 'proposal.volunteerId': volunteerId };
    for await (const { id, proposal } of this.reader.all({ scope: TenantScope.of(event.tenant) }, requestList, open)) {
      if (!proposal) continue;
      const command = { proposalId: proposal.id, cause: 'volunteer-unavailable', on: event.happenedOn } as const;
      const expire = { stream: request, id, decide: expireProposal, command, part: 'expire' };
      await this.commands.react(event, consumer, expire);
    }
  }
}
