import { urgencies } from '@lotsennetz/contracts';
import {
  AfterQuery,
  Context,
  Id,
  ListQuery,
  Needs,
  OneOf,
  PathId,
  readers,
  Text,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import type { Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { isOffice, mapItems } from '../office-only.js';
import type { Draft } from '../draft.js';
import { Drafts } from '../drafts.js';
import { explainIn } from '../explained.js';
import { requestList, requestRowStatuses, type RequestRow } from '../request/request-list.view.js';
import type { WhyNot } from '../why-not.js';

class RequestQuery extends ListQuery {
  @OneOf(requestRowStatuses, { optional: true })
  readonly status?: (typeof requestRowStatuses)[number];
  @OneOf(urgencies, { optional: true })
  readonly urgency?: (typeof urgencies)[number];
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @Id({ optional: true, description: 'Requests that carry this one on.' })
  readonly follows?: string;
}

@ApiTags('matching')
@Controller('matching/:tenant/requests')
export class RequestListHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly drafts: Drafts,
  ) {}

  /** The longest waiting first, each with `whyNot` while nobody could be proposed. Notes are shown to the office only. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({ description: '{items, next}' })
  async list(@Context() context: RequestContext, @Query() query: RequestQuery): Promise<ListAnswer<Explained>> {
    const { status, urgency, town, follows } = query;
    const filter = {
      ...(status ? { status } : {}),
      ...(urgency ? { urgency } : {}),
      ...(town ? { town } : {}),
      ...(follows ? { follows } : {}),
    };
    const page = await this.reader.list(context, requestList, { ...query, filter, orderBy: 'receivedOn' });
    const draft = page.items.some(isUncovered) ? await this.drafts.of(context) : undefined;
    return mapItems(page, (row) => explained(context, row, draft));
  }

  @Get(':id')
  @Needs(...readers)
  @ApiOkResponse({
    description: 'The request, with `whyNot` while nobody could be proposed; `revision` is what If-Match takes.',
  })
  async one(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<Explained> {
    const row = await this.reader.one(context, requestList, { id, after });
    return explained(context, row, isUncovered(row) ? await this.drafts.of(context) : undefined);
  }
}

type Shown = Opened<RequestRow>;
type Explained = Shown & { readonly whyNot?: WhyNot };

function isUncovered(row: Shown): boolean {
  return row.status === 'open' && !row.proposal;
}

function explained(context: RequestContext, row: Shown, draft: Draft | undefined): Explained {
  const why = draft && isUncovered(row) ? explainIn(draft, row.id) : undefined;
  return { ...shown(context, row), ...(why?.kind === 'unmatched' ? { whyNot: why.whyNot } : {}) };
}

function shown(context: RequestContext, row: Opened<RequestRow>): Shown {
  const { note: _, organisation: __, ...rest } = row;
  return isOffice(context) ? row : rest;
}
