import {
  AfterQuery,
  Context,
  ListQuery,
  Needs,
  office,
  PathId,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { restrictionList, type RestrictionRow } from './restriction-list.projection.js';

@ApiTags('privacy')
@Controller('registration/:tenant/restrictions')
export class RestrictionListHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get()
  @Needs(...office)
  @ApiOkResponse({
    description: '{items: [{id, kind, ground, requestedBy, since, revision}], next}, the latest first.',
  })
  list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<RestrictionRow>> {
    return this.reader.list(context, restrictionList, { ...query, orderBy: 'since', descending: true });
  }

  @Get(':id')
  @Needs(...office)
  @ApiOkResponse({ description: 'The restriction that holds for this person; 404 when none does.' })
  one(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<RestrictionRow> {
    return this.reader.one(context, restrictionList, { id, after });
  }
}
