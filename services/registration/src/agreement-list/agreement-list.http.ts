import { Context, Needs, office, ServiceRuntime, type ListAnswer, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { agreementsOf, type AgreementRow } from './agreement-list.js';

@ApiTags('registration')
@Controller('registration/:tenant/agreements')
export class AgreementListHttp {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** With what partners have signed and this tenant has not yet. */
  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}' })
  async list(@Context() { scope }: RequestContext): Promise<ListAnswer<AgreementRow>> {
    await this.runtime.access.catchUp();
    return { items: agreementsOf(this.runtime.access.grants, scope.tenant), next: null };
  }
}
