import {
  AfterQuery,
  Context,
  Needs,
  office,
  ServiceRuntime,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { agreementsOf, type AgreementRow } from './agreement-list.js';
import { ownHalves } from './own-halves.projection.js';

@ApiTags('registration')
@Controller('registration/:tenant/agreements')
export class AgreementListHttp {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {}

  /** With what partners have signed and this tenant has not yet. */
  @Get()
  @Needs(...office)
  @ApiOkResponse({ description: '{items, next}' })
  async list(@Context() { scope }: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<AgreementRow>> {
    await this.reader.reach(after);
    await this.runtime.access.catchUp();
    const own = new Map<string, AgreementRow['signedHere']>();
    for await (const { id, shares } of this.reader.all({ scope }, ownHalves)) own.set(id, shares);
    return { items: agreementsOf(this.runtime.access.grants, scope.tenant, own), next: null };
  }
}
