import {
  AfterQuery,
  Context,
  Id,
  ListQuery,
  Needs,
  NeedsSelf,
  notFound,
  office,
  PathId,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { exportList, type ExportRow } from '../export/export-list.view.js';

class ExportQuery extends ListQuery {
  @Id({ optional: true })
  readonly subjectId?: string;
}

@ApiTags('privacy')
@Controller('registration/:tenant')
export class ExportListHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get('exports')
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}, the latest first; `missing` names services that still gather.' })
  list(
    @Context() context: RequestContext,
    @Query() { subjectId, ...query }: ExportQuery,
  ): Promise<ListAnswer<ExportRow>> {
    return this.rows(context, query, subjectId);
  }

  @Get('exports/:id')
  @Needs(...office)
  @ApiOkResponse({ description: 'How far it is.' })
  one(@Context() context: RequestContext, @PathId() id: string, @Query() { after }: AfterQuery): Promise<ExportRow> {
    return this.reader.one(context, exportList, { id, after });
  }

  @Get('me/exports')
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({ description: '{items, next}: what I have asked for, the latest first.' })
  mine(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<ExportRow>> {
    return this.rows(context, query, context.subjectId ?? '');
  }

  @Get('me/exports/:id')
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({ description: 'How far it is.' })
  async oneOfMine(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<ExportRow> {
    const row = await this.reader.one(context, exportList, { id, after });
    if (row.subjectId !== context.subjectId) throw notFound();
    return row;
  }

  private rows(context: RequestContext, query: ListQuery, subjectId?: string): Promise<ListAnswer<ExportRow>> {
    const filter = subjectId === undefined ? {} : { subjectId };
    return this.reader.list(context, exportList, { ...query, filter, orderBy: 'requestedOn', descending: true });
  }
}
