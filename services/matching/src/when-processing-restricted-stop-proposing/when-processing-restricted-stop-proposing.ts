import { registration } from '@lotsennetz/contracts';
import { isContract, TenantScope, type ContractEvent } from '@lotsennetz/kernel';
import { Commands, ViewReader } from '@lotsennetz/platform';
import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { expireProposal } from '../expire-proposal.decider.js';
import { helper } from '../helper/helper.stream.js';
import { requestList, type RequestRow } from '../request/request-list.view.js';
import { request } from '../request/request.stream.js';
import { learnHelperRestriction, learnRequestRestriction } from './learn-restriction.decider.js';

const consumer = 'matching.when-processing-restricted-stop-proposing';
const types = [registration.processingRestricted.type, registration.restrictionLifted.type];

/** Nobody proposes a restricted person any more, and what was proposed expires. Placements go on: people rely on them. */
@Controller()
export class WhenProcessingRestrictedStopProposing {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
  ) {}

  @EventPattern('registration', { consumer, types })
  async learn(@Payload() event: ContractEvent): Promise<void> {
    const restricted = isContract(registration.processingRestricted, event);
    if (!restricted && !isContract(registration.restrictionLifted, event)) return;
    const { subjectId, kind } = event.data;
    const command = { restricted, on: event.happenedOn };
    // First, so that nobody is proposed any more while the proposals are looked for.
    if (kind === 'volunteer') {
      const learn = { stream: helper, id: subjectId, decide: learnHelperRestriction, command, part: 'helper' };
      await this.commands.react(event, consumer, learn);
    }
    await this.reader.reachNow();
    const scope = TenantScope.of(event.tenant);
    const open = { status: 'open', ...(kind === 'newcomer' ? { newcomerId: subjectId } : {}) };
    for await (const row of this.reader.all({ scope }, requestList, open)) {
      if (kind === 'newcomer') {
        const learn = { stream: request, id: row.id, decide: learnRequestRestriction, command, part: 'request' };
        await this.commands.react(event, consumer, learn);
      }
      if (restricted && concerns(row, subjectId)) await this.expire(event, row);
    }
  }

  private async expire(event: ContractEvent, { id, proposal }: RequestRow): Promise<void> {
    if (!proposal) return;
    const command = { proposalId: proposal.id, cause: 'restricted', on: event.happenedOn } as const;
    await this.commands.react(event, consumer, {
      stream: request,
      id,
      decide: expireProposal,
      command,
      part: 'expire',
    });
  }
}

function concerns({ newcomerId, proposal }: RequestRow, subjectId: string): boolean {
  return newcomerId === subjectId || proposal?.volunteerId === subjectId;
}
