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
import { acceptProposal, type AcceptProposal, type AcceptProposalRefusal } from './accept-proposal.decider.js';

const statuses = {
  'unknown-proposal': HttpStatus.NOT_FOUND,
  'proposal-closed': HttpStatus.CONFLICT,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<AcceptProposalRefusal>;

@ApiTags('matching')
@Controller('matching/:tenant')
export class AcceptProposalHttp {
  constructor(
    private readonly commands: Commands,
    private readonly finder: RequestFinder,
    private readonly links: ProposalLinks,
  ) {}

  /** The volunteer would take the request on. 409 `proposal-closed` when it was declined or has expired. */
  @Post('proposals/:id/accept')
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  accept(
    @Context() context: RequestContext,
    @PathId() proposalId: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written> {
    return this.send(context, { proposalId, on: businessDay(body.on, context) });
  }

  /** The volunteer agrees in person. */
  @Post('me/proposals/:id/accept')
  @NeedsSelf('volunteer')
  @ApiOkResponse({ type: WriteAnswer })
  acceptOwn(@Context() context: RequestContext, @PathId() proposalId: string): Promise<Written> {
    return this.send(context, { proposalId, volunteerId: ownId(context), on: context.today });
  }

  /** By the link in the mail. 410 `link-expired` after 14 days. */
  @Post('linked-proposal/accept')
  @PublicForm()
  @ApiOkResponse({ type: WriteAnswer })
  async acceptLinked(@Context() context: RequestContext, @Body() { link }: LinkBody): Promise<Written> {
    const { proposalId } = await this.links.read(context, link);
    return this.send(context, { proposalId, on: context.today });
  }

  private async send(context: RequestContext, command: AcceptProposal): Promise<Written> {
    const id = await this.finder.ofProposal(context, command.proposalId);
    const task = { stream: request, id, decide: acceptProposal, command };
    return changed(command.proposalId, await this.commands.send(context, task, statuses));
  }
}
