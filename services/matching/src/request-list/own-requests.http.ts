import { AfterQuery, Context, NeedsSelf, ownId, type ListAnswer, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnThings, whatIsAsked, type WhatIsAsked } from '../own-things.js';
import { requestList, type RequestRow } from '../request/request-list.view.js';

type OwnRequest = WhatIsAsked & Pick<RequestRow, 'id' | 'status' | 'receivedOn' | 'householdSize' | 'genderWish'>;

@ApiTags('matching')
@Controller('matching/:tenant/me/requests')
export class OwnRequestsHttp {
  constructor(private readonly own: OwnThings) {}

  /** The newest first. Who was asked and said no stays with the office, and so do notes. */
  @Get()
  @NeedsSelf('newcomer')
  @ApiOkResponse({
    description:
      '{items: [{id, status, receivedOn, topics, languages, availability, kind, town, householdSize, genderWish}], next}; `confirmed` once somebody accompanies the household.',
  })
  async list(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<OwnRequest>> {
    const filter = { newcomerId: ownId(context) };
    const rows = await this.own.rows(context, requestList, { filter, after });
    const newestFirst = rows.toSorted((a, b) => b.receivedOn.localeCompare(a.receivedOn) || b.id.localeCompare(a.id));
    return { items: newestFirst.map(shown), next: null };
  }
}

function shown(row: RequestRow): OwnRequest {
  const { id, status, receivedOn, householdSize, genderWish } = row;
  return {
    ...{ id, status, receivedOn },
    ...whatIsAsked(row),
    ...(householdSize === undefined ? {} : { householdSize }),
    ...(genderWish === undefined ? {} : { genderWish }),
  };
}
