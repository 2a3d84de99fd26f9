import type { Instant } from '@lotsennetz/kernel';
import { Context, notFound, PublicForm, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnThings, whatIsAsked, type WhatIsAsked } from '../own-things.js';
import { LinkBody, ProposalLinks } from '../proposal-links.js';
import { proposalList, type ProposalRow } from '../request/proposal-list.view.js';

type LinkedProposal = Pick<ProposalRow, 'status' | 'madeOn'> & {
  readonly validUntil: Instant;
  readonly about: WhatIsAsked;
};

@ApiTags('matching')
@Controller('matching/:tenant/linked-proposal')
export class LinkedProposalHttp {
  constructor(
    private readonly links: ProposalLinks,
    private readonly reader: ViewReader,
    private readonly own: OwnThings,
  ) {}

  /**
   * What the link in a mail is about, for whoever holds it: nobody's name. Looking never answers, since programs that
   * check mails follow links. 410 `link-expired` after 14 days.
   */
  @Get()
  @PublicForm()
  @ApiOkResponse({
    description: '{status, madeOn, validUntil, about: {topics, languages, availability, kind, town}}',
  })
  async one(@Context() context: RequestContext, @Query() { link }: LinkBody): Promise<LinkedProposal> {
    const { proposalId, validUntil } = await this.links.read(context, link);
    const row = await this.reader.find(context, proposalList, proposalId);
    if (!row) throw notFound();
    const about = whatIsAsked(await this.own.request(context, row.requestId));
    return { status: row.status, madeOn: row.madeOn, validUntil, about };
  }
}
