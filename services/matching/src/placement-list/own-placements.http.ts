import { AfterQuery, Context, NeedsSelf, ownId, type ListAnswer, type RequestContext } from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnThings, whatIsAsked, type WhatIsAsked } from '../own-things.js';
import { placementList, type PlacementRow, type Visit } from '../request/placement-list.view.js';
import type { RequestRow } from '../request/request-list.view.js';

type OwnPlacement = Pick<PlacementRow, 'id' | 'status' | 'confirmedOn' | 'endedOn' | 'minutes'> & {
  readonly visits: readonly Omit<Visit, 'note'>[];
  readonly about: WhatIsAsked & Pick<RequestRow, 'householdSize'>;
};

@ApiTags('matching')
@Controller('matching/:tenant/me/placements')
export class OwnPlacementsHttp {
  constructor(private readonly own: OwnThings) {}

  /** The newest first, with their visits. Notes and why a placement ended are between the office and whoever told it. */
  @Get()
  @NeedsSelf('volunteer')
  @ApiOkResponse({
    description:
      '{items: [{id, status, confirmedOn, endedOn, minutes, visits: [{id, on, minutes}], about: {topics, languages, availability, kind, town, householdSize}}], next}',
  })
  async list(@Context() context: RequestContext, @Query() { after }: AfterQuery): Promise<ListAnswer<OwnPlacement>> {
    const filter = { volunteerId: ownId(context) };
    const rows = await this.own.rows(context, placementList, { filter, after });
    const newestFirst = rows.toSorted((a, b) => b.confirmedOn.localeCompare(a.confirmedOn) || b.id.localeCompare(a.id));
    return { items: await Promise.all(newestFirst.map((row) => this.shown(context, row))), next: null };
  }

  private async shown(context: RequestContext, row: PlacementRow): Promise<OwnPlacement> {
    const { id, status, confirmedOn, endedOn, minutes, visits } = row;
    const asked = await this.own.request(context, row.requestId);
    const { householdSize } = asked;
    return {
      ...{ id, status, confirmedOn, minutes },
      ...(endedOn ? { endedOn } : {}),
      visits: visits.map(({ note: _, ...visit }) => visit),
      about: { ...whatIsAsked(asked), ...(householdSize === undefined ? {} : { householdSize }) },
    };
  }
}
