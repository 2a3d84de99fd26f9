import { staffRoles } from '@lotsennetz/contracts';
import type { Opened } from '@lotsennetz/kernel';
import { AfterQuery, Context, Needs, ViewReader, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { tenantSettings, type TenantSettingsRow } from './tenant-settings.projection.js';

@ApiTags('registration')
@Controller('registration/:tenant/settings')
export class TenantSettingsHttp {
  constructor(private readonly reader: ViewReader) {}

  @Get()
  @Needs(...staffRoles)
  @ApiOkResponse({ description: 'Name, kind, languages, law, periods; `revision` is what If-Match takes.' })
  show(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<Opened<TenantSettingsRow>> {
    return this.reader.one(context, tenantSettings, { id: context.scope.tenant, after });
  }
}
