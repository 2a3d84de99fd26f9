import {
  businessDay,
  BusinessDayBody,
  Context,
  Needs,
  office,
  PathId,
  WriteAnswer,
  Written,
  type RequestContext,
} from '@lotsennetz/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { RequestFinder } from '../request-finder.js';
import { Confirmation } from './confirmation.js';

class ConfirmationAnswer extends WriteAnswer {
  @ApiProperty({ format: 'uuid' })
  readonly placementId: string;
}

@ApiTags('matching')
@Controller('matching/:tenant/proposals/:id/confirm')
export class ConfirmProposalHttp {
  constructor(
    private readonly confirmation: Confirmation,
    private readonly finder: RequestFinder,
  ) {}

  /** The volunteer now accompanies the household. 409 `capacity-full` when all of the volunteer's places are taken. */
  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: ConfirmationAnswer })
  async confirm(
    @Context() context: RequestContext,
    @PathId() proposalId: string,
    @Body() body: BusinessDayBody,
  ): Promise<Written<ConfirmationAnswer>> {
    const on = businessDay(body.on, context);
    const requestId = await this.finder.ofProposal(context, proposalId);
    const { placementId, written } = await this.confirmation.confirm(context, { requestId, proposalId, on });
    return new Written(written.status, { ...written.body, placementId }, written.revision);
  }
}
