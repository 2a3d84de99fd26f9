import type { Instant, Opened } from '@lotsennetz/kernel';
import {
  Context,
  ListQuery,
  Needs,
  TokenUse,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { tokenList, type TokenRow } from '../token/token-list.view.js';

type ShownToken = Opened<TokenRow> & { readonly lastUsedAt: Instant | null };

@ApiTags('registration')
@Controller('registration/:tenant/tokens')
export class TokenListHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly use: TokenUse,
  ) {}

  @Get()
  @Needs('administrator')
  @ApiOkResponse({ description: '{items, next}; `lastUsedAt` is exact to a minute, null for one never used.' })
  async list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<ShownToken>> {
    const page = await this.reader.list(context, tokenList, { ...query, orderBy: 'createdOn' });
    const items = await Promise.all(
      page.items.map(async (row) => ({ ...row, lastUsedAt: (await this.use.lastOf(context.scope, row.id)) ?? null })),
    );
    return { ...page, items };
  }
}
