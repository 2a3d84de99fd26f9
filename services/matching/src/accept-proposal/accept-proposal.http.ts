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
import { acceptProposal, type AcceptProposalRefusal } from './accept-proposal.decider.js';

const statuses = {
  'unknown-proposal': HttpStatus.NOT_FOUND,
  'proposal-closed': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<AcceptProposalRefusal>;

@ApiTags('matching')
@Controller('matching/:tenant/proposals/:id/accept')
export class AcceptProposalHttp {
  constructor(
    private readonly commands: Commands,
    private readonly finder: RequestFinder,
  ) {}

  /** The volunteer would take the request on. 409 `proposal-closed` when it was declined or has expired. */
  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async accept(
    @Context() context: RequestContext,
    @PathId() proposalId: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written> {
    const command = { proposalId, on: businessDay(body.on, context) };
    const id = await this.finder.ofProposal(context, proposalId);
    return changed(
      proposalId,
      await this.commands.send(context, { stream: request, id, decide: acceptProposal, command }, statuses),
    );
  }
}
