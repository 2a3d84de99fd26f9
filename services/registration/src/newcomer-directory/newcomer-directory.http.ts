import {
  AfterQuery,
  Context,
  ListQuery,
  Needs,
  office,
  OneOf,
  OpenedRows,
  PathId,
  Text,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import type { Filter, Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { newcomerDirectory, type NewcomerRow } from '../newcomer/newcomer-directory.view.js';
import { pageByName } from '../page-by-name.js';
import { allShownTo, shownTo } from '../restricted-details.js';

class NewcomerQuery extends ListQuery {
  @OneOf(['hide', 'show'], {
    optional: true,
    description: 'Households that were forgotten; `hide` unless told otherwise.',
  })
  readonly erased?: 'hide' | 'show';
  @Text({ max: 100, optional: true, description: 'Part of a name or of an e-mail address.' })
  readonly q?: string;
}

@ApiTags('registration')
@Controller('registration/:tenant/newcomers')
export class NewcomerDirectoryHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly opened: OpenedRows,
  ) {}

  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}' })
  async list(
    @Context() context: RequestContext,
    @Query() { erased, q, ...query }: NewcomerQuery,
  ): Promise<ListAnswer<Opened<NewcomerRow>>> {
    if (q !== undefined) {
      await this.reader.reach(query.after);
      const households = allShownTo(context, await this.opened.of(context.scope, newcomerDirectory));
      return pageByName(households, { ...query, q });
    }
    const filter: Filter = erased === 'show' ? {} : { erased: { not: true } };
    const page = await this.reader.list(context, newcomerDirectory, { ...query, filter, orderBy: 'registeredOn' });
    return { ...page, items: page.items.map((row) => shownTo(context, row)) };
  }

  @Get(':id')
  @Needs(...office)
  @ApiOkResponse({ description: 'The household.' })
  async one(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Query() { after }: AfterQuery,
  ): Promise<Opened<NewcomerRow>> {
    return shownTo(context, await this.reader.one(context, newcomerDirectory, { id, after }));
  }
}
