import {
  Context,
  ListQuery,
  Needs,
  readers,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { curriculumList, type CurriculumRow } from './curriculum-list.projection.js';

@ApiTags('training')
@Controller('training/:tenant/curricula')
export class CurriculumListHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get()
  @Needs(...readers)
  @ApiOkResponse({ description: '{items: [{id, title, modules, maxMissed, publishedOn, revision}], next}' })
  list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<CurriculumRow>> {
    return this.reader.list(context, curriculumList, { ...query, orderBy: 'publishedOn' });
  }
}
