import type { Day } from '@lotsennetz/kernel';
import {
  AfterQuery,
  Context,
  Needs,
  notFound,
  PathId,
  readers,
  ViewReader,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Drafts } from '../drafts.js';
import { explainIn, type Explained } from '../explained.js';
import { speakingAgainst } from '../repetition.js';
import type { EarlierPlacement } from '../request/request.events.js';
import { requestList, type RequestRow } from '../request/request-list.view.js';

interface RequestExplanation extends Pick<RequestRow, 'status' | 'proposal'> {
  readonly requestId: string;
  /** The draft is that of this day. */
  readonly on: Day;
  /** What a computation would propose now; null for a request that needs nobody. */
  readonly draft: Explained | null;
  /** Whoever has accompanied this household before and is not proposed again, with the reason. */
  readonly leftOut: readonly EarlierPlacement[];
}

@ApiTags('matching')
@Controller('matching/:tenant/requests/:id/explanation')
export class RequestExplanationHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly drafts: Drafts,
  ) {}

  /** Whom a computation would propose now, and why not others; or why nobody. Records nothing. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({
    description: '{requestId, status, proposal, on, draft, leftOut: [{placementId, volunteerId, reason}]}',
  })
  async explain(
    @Context() context: RequestContext,
    @PathId() requestId: string,
    @Query() { after }: AfterQuery,
  ): Promise<RequestExplanation> {
    const draft = await this.drafts.of(context, after);
    const row = await this.reader.find(context, requestList, requestId);
    if (!row) throw notFound();
    const { status, proposal } = row;
    const explained = explainIn(draft, requestId) ?? null;
    const leftOut = speakingAgainst(row);
    return { requestId, status, ...(proposal ? { proposal } : {}), on: draft.on, draft: explained, leftOut };
  }
}
