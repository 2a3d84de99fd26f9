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
import type { Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { newcomerDirectory, type NewcomerRow } from './newcomer-directory.projection.js';

@ApiTags('registration')
@Controller('registration/:tenant/newcomers')
export class NewcomerDirectoryHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}' })
  list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<Opened<NewcomerRow>>> {
    return this.reader.list(context, newcomerDirectory, { ...query, orderBy: 'registeredOn' });
  }

  @Get(':id')
  @Needs(...office)
  @ApiOkResponse({ description: 'The household.' })
  one(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<Opened<NewcomerRow>> {
    return this.reader.one(context, newcomerDirectory, { id, after });
  }
}
