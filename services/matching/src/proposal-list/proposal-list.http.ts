import {
  AfterQuery,
  Context,
  Id,
  ListQuery,
  Needs,
  OneOf,
  PathId,
  readers,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { proposalList, type ProposalRow } from '../request/proposal-list.view.js';

const statuses = ['open', 'accepted', 'declined', 'expired', 'confirmed'] as const;

class ProposalQuery extends ListQuery {
  @OneOf(statuses, { optional: true })
  readonly status?: (typeof statuses)[number];
  @Id({ optional: true })
  readonly requestId?: string;
  @Id({ optional: true })
  readonly volunteerId?: string;
}

@ApiTags('matching')
@Controller('matching/:tenant/proposals')
export class ProposalListHttp {
  constructor(private readonly reader: ViewReader) {}

  /** Oldest first. Reasons are codes and figures, so that every language can put them into words. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({ description: '{items, next}' })
  list(@Context() context: RequestContext, @Query() query: ProposalQuery): Promise<ListAnswer<ProposalRow>> {
    const { status, requestId, volunteerId } = query;
    const filter = {
      ...(status ? { status } : {}),
      ...(requestId ? { requestId } : {}),
      ...(volunteerId ? { volunteerId } : {}),
    };
    return this.reader.list(context, proposalList, { ...query, filter, orderBy: 'madeOn' });
  }

  @Get(':id')
  @Needs(...readers)
  @ApiOkResponse({ description: 'The proposal; `revision` is what If-Match takes.' })
  one(@Context() context: RequestContext, @PathId() id: string, @Query() { after }: AfterQuery): Promise<ProposalRow> {
    return this.reader.one(context, proposalList, { id, after });
  }
}
