import { staffRoles } from '@lotsennetz/contracts';
import type { Opened } from '@lotsennetz/kernel';
import { Context, ListQuery, Needs, ViewReader, type ListAnswer, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { officeList, type OfficeRow } from './office-list.projection.js';

@ApiTags('registration')
@Controller('registration/:tenant/offices')
export class OfficeListHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get()
  @Needs(...staffRoles)
  @ApiOkResponse({ description: '{items, next}' })
  list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<Opened<OfficeRow>>> {
    return this.reader.list(context, officeList, { ...query, orderBy: 'openedOn' });
  }
}
