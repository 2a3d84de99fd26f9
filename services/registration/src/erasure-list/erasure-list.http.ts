import {
  AfterQuery,
  Context,
  ListQuery,
  Needs,
  office,
  OneOf,
  PathId,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { erasureList, erasureStatuses, type ErasureRow } from '../erasure/erasure-list.view.js';

class ErasureQuery extends ListQuery {
  @OneOf(erasureStatuses, { optional: true })
  readonly status?: (typeof erasureStatuses)[number];
}

@ApiTags('privacy')
@Controller('registration/:tenant/erasures')
export class ErasureListHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get()
  @Needs(...office)
  @ApiOkResponse({
    description: '{items, next}, the latest first; `missing` names services that still hold something of the person.',
  })
  list(
    @Context() context: RequestContext,
    @Query() { status, ...query }: ErasureQuery,
  ): Promise<ListAnswer<ErasureRow>> {
    const filter = status ? { status } : {};
    return this.reader.list(context, erasureList, { ...query, filter, orderBy: 'statusSince', descending: true });
  }

  @Get(':id')
  @Needs(...office)
  @ApiOkResponse({ description: 'How far the erasure of this person is.' })
  one(@Context() context: RequestContext, @PathId() id: string, @Query() { after }: AfterQuery): Promise<ErasureRow> {
    return this.reader.one(context, erasureList, { id, after });
  }
}
