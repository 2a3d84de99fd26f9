import { staffRoles } from '@lotsennetz/contracts';
import type { Opened } from '@lotsennetz/kernel';
import {
  Context,
  ListQuery,
  Needs,
  office,
  ServiceRuntime,
  ViewReader,
  type KnownOversight,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { oversightList, type OversightRow } from './oversight-list.projection.js';

@ApiTags('registration')
@Controller('registration/:tenant/oversights')
export class OversightListHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** What this tenant has granted. */
  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}' })
  list(@Context() context: RequestContext, @Query() query: ListQuery): Promise<ListAnswer<Opened<OversightRow>>> {
    return this.reader.list(context, oversightList, { ...query, orderBy: 'grantedOn' });
  }

  /** What others let this tenant, a county, read today. */
  @Get('received')
  @Needs(...staffRoles)
  @ApiOkResponse({ description: '{items, next}; `tenant` is the town.' })
  async received(@Context() { scope, today }: RequestContext): Promise<ListAnswer<KnownOversight>> {
    await this.runtime.access.catchUp();
    const granted = [...this.runtime.access.grants.oversights.values()].flat();
    return { items: granted.filter((each) => each.county === scope.tenant && each.until >= today), next: null };
  }
}
