import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  office,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RequestFinder } from '../request-finder.js';
import { request } from '../request/request.stream.js';
import { declineProposal, type DeclineProposalRefusal } from './decline-proposal.decider.js';

const statuses = {
  'unknown-proposal': HttpStatus.NOT_FOUND,
  'proposal-closed': HttpStatus.CONFLICT,
  'proposal-confirmed': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<DeclineProposalRefusal>;

@ApiTags('matching')
@Controller('matching/:tenant/proposals/:id/decline')
export class DeclineProposalHttp {
  constructor(
    private readonly commands: Commands,
    private readonly finder: RequestFinder,
  ) {}

  /** The volunteer would rather not, and is not proposed for this request again. */
  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async decline(
    @Context() context: RequestContext,
    @PathId() proposalId: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written> {
    const command = { proposalId, on: businessDay(body.on, context) };
    const id = await this.finder.ofProposal(context, proposalId);
    return changed(
      proposalId,
      await this.commands.send(context, { stream: request, id, decide: declineProposal, command }, statuses),
    );
  }
}
