import {
  AfterQuery,
  Context,
  NeedsSelf,
  notFound,
  ownId,
  ServiceRuntime,
  ViewReader,
  type RequestContext,
} from '@lotsennetz/platform';
import { openAll, type Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { newcomerDirectory, type NewcomerRow } from '../newcomer/newcomer-directory.view.js';

type OwnHousehold = Opened<Omit<NewcomerRow, 'note' | 'erased'>>;

@ApiTags('registration')
@Controller('registration/:tenant/me/household')
export class OwnHouseholdHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Without the note: what the office has written there for itself comes with an export, explained by somebody. */
  @Get()
  @NeedsSelf('newcomer')
  @ApiOkResponse({ description: 'What is stored of the household that asks.' })
  async one(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<OwnHousehold> {
    await this.reader.reach(after);
    const row = await this.reader.find(context, newcomerDirectory, ownId(context));
    if (!row) throw notFound();
    const { note: _, erased: __, ...shown } = row;
    return openAll(this.runtime.keys, context.scope, shown);
  }
}
