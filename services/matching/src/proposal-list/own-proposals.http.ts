import { AfterQuery, Context, NeedsSelf, ownId, type ListAnswer, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnThings, whatIsAsked, type WhatIsAsked } from '../own-things.js';
import { proposalList, type ProposalRow } from '../request/proposal-list.view.js';

type OwnProposal = Pick<ProposalRow, 'id' | 'status' | 'madeOn' | 'decidedOn' | 'placementId'> & {
  readonly about: WhatIsAsked;
};

@ApiTags('matching')
@Controller('matching/:tenant/me/proposals')
export class OwnProposalsHttp {
  constructor(private readonly own: OwnThings) {}

  /** The newest first, without scores: who else might suit is not a volunteer's business. */
  @Get()
  @NeedsSelf('volunteer')
  @ApiOkResponse({
    description:
      '{items: [{id, status, madeOn, decidedOn, placementId, about: {topics, languages, availability, kind, town}}], next}',
  })
  async list(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<OwnProposal>> {
    const filter = { volunteerId: ownId(context) };
    const rows = await this.own.rows(context, proposalList, { filter, after });
    const newestFirst = rows.toSorted((a, b) => b.madeOn.localeCompare(a.madeOn) || b.id.localeCompare(a.id));
    return { items: await Promise.all(newestFirst.map((row) => this.shown(context, row))), next: null };
  }

  private async shown(context: RequestContext, row: ProposalRow): Promise<OwnProposal> {
    const { id, status, madeOn, decidedOn, placementId, requestId } = row;
    return {
      ...{ id, status, madeOn },
      ...(decidedOn ? { decidedOn } : {}),
      ...(placementId ? { placementId } : {}),
      about: whatIsAsked(await this.own.request(context, requestId)),
    };
  }
}
