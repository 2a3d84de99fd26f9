import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  NeedsSelf,
  office,
  ownId,
  PathId,
  PublicForm,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LinkBody, ProposalLinks } from '../proposal-links.js';
import { RequestFinder } from '../request-finder.js';
import { request } from '../request/request.stream.js';
import { declineProposal, type DeclineProposal, type DeclineProposalRefusal } from './decline-proposal.decider.js';

const statuses = {
  'unknown-proposal': HttpStatus.NOT_FOUND,
  'proposal-closed': HttpStatus.CONFLICT,
  'proposal-confirmed': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<DeclineProposalRefusal>;

@ApiTags('matching')
@Controller('matching/:tenant')
export class DeclineProposalHttp {
  constructor(
    private readonly commands: Commands,
    private readonly finder: RequestFinder,
    private readonly links: ProposalLinks,
  ) {}

  /** The volunteer would rather not, and is not proposed for this request again. */
  @Post('proposals/:id/decline')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  decline(
    @Context() context: RequestContext,
    @PathId() proposalId: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written> {
    return this.send(context, { proposalId, on: businessDay(body.on, context) });
  }

  /** The volunteer would rather not, in person. */
  @Post('me/proposals/:id/decline')
  @NeedsSelf('volunteer')
  @ApiOkResponse({ type: WriteAnswer })
  declineOwn(@Context() context: RequestContext, @PathId() proposalId: string): Promise<Written> {
    return this.send(context, { proposalId, volunteerId: ownId(context), on: context.today });
  }

  /** By the link in the mail. 410 `link-expired` after 14 days. */
  @Post('linked-proposal/decline')
  @PublicForm()
  @ApiOkResponse({ type: WriteAnswer })
  async declineLinked(@Context() context: RequestContext, @Body() { link }: LinkBody): Promise<Written> {
    const { proposalId } = await this.links.read(context, link);
    return this.send(context, { proposalId, on: context.today });
  }

  private async send(context: RequestContext, command: DeclineProposal): Promise<Written> {
    const id = await this.finder.ofProposal(context, command.proposalId);
    const task = { stream: request, id, decide: declineProposal, command };
    return changed(command.proposalId, await this.commands.send(context, task, statuses));
  }
}
