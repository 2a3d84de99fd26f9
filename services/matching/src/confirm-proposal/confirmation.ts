import { deriveId, isRefusal, loadState, type Day } from '@lotsennetz/kernel';
import {
  changed,
  Commands,
  Problem,
  ServiceRuntime,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { Places } from '../places.js';
import { request } from '../request/request.stream.js';
import { confirmProposal, type ConfirmProposal, type ConfirmProposalRefusal } from './confirm-proposal.decider.js';

const statuses = {
  'unknown-proposal': HttpStatus.NOT_FOUND,
  'proposal-closed': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<ConfirmProposalRefusal>;

/** Two streams in one decision: take a place at the volunteer, then confirm at the request; if that is refused, release the place. */
@Injectable()
export class Confirmation {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly commands: Commands,
    private readonly places: Places,
  ) {}

  /** May be repeated. @throws Problem 404, 409 `capacity-full`, `volunteer-unavailable`, `proposal-closed`, 412. */
  async confirm(
    context: RequestContext,
    { requestId, proposalId, on }: { readonly requestId: string; readonly proposalId: string; readonly on: Day },
  ): Promise<{ readonly placementId: string; readonly written: Written }> {
    const placementId = deriveId('placement', proposalId);
    const command = { proposalId, placementId, on };
    const volunteerId = await this.volunteerToAsk(context, requestId, command);
    const place = { placementId, requestId, on };
    if (volunteerId !== undefined) await this.places.take(context, volunteerId, place);
    const task = { stream: request, id: requestId, decide: confirmProposal, command };
    try {
      return { placementId, written: changed(proposalId, await this.commands.send(context, task, statuses)) };
    } catch (error) {
      if (volunteerId !== undefined && isFinal(error))
        await this.places.release(context, volunteerId, { ...place, cause: 'refused' });
      throw error;
    }
  }

  /** Nobody where no place has to be taken: the proposal is confirmed already, or will be refused. */
  private async volunteerToAsk(
    { scope, ifMatch }: RequestContext,
    requestId: string,
    command: ConfirmProposal,
  ): Promise<string | undefined> {
    const { state, revision } = await loadState(this.runtime, request, { scope, id: requestId });
    if (ifMatch !== undefined && ifMatch !== revision) return undefined;
    const decision = confirmProposal(command, state);
    if (isRefusal(decision) || decision.length === 0 || state.status === 'unknown') return undefined;
    return state.proposals.get(command.proposalId)?.volunteerId;
  }
}

// After anything else (a lost race for If-Match, an outage) another coordinator may just be confirming with
// the same place: the sweep releases it if nobody does.
function isFinal(error: unknown): boolean {
  return error instanceof Problem && error.code === ('proposal-closed' satisfies ConfirmProposalRefusal);
}
