import {
  AfterQuery,
  Context,
  Id,
  ListQuery,
  Needs,
  OneOf,
  PathId,
  readers,
  ViewReader,
  type ListAnswer,
  type RequestContext,
} from '@lotsennetz/platform';
import type { Opened } from '@lotsennetz/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { isOffice, mapItems } from '../office-only.js';
import { placementList, type PlacementRow } from '../request/placement-list.view.js';

const statuses = ['running', 'ended'] as const;

class PlacementQuery extends ListQuery {
  @OneOf(statuses, { optional: true })
  readonly status?: (typeof statuses)[number];
  @Id({ optional: true })
  readonly requestId?: string;
  @Id({ optional: true })
  readonly volunteerId?: string;
}

@ApiTags('matching')
@Controller('matching/:tenant/placements')
export class PlacementListHttp {
  constructor(private readonly reader: ViewReader) {}

  /** Oldest first, with their visits. Notes are shown to the office only. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({ description: '{items, next}' })
  async list(@Context() context: RequestContext, @Query() query: PlacementQuery): Promise<ListAnswer<Shown>> {
    const { status, requestId, volunteerId } = query;
    const filter = {
      ...(status ? { status } : {}),
      ...(requestId ? { requestId } : {}),
      ...(volunteerId ? { volunteerId } : {}),
    };
    const page = await this.reader.list(context, placementList, { ...query, filter, orderBy: 'confirmedOn' });
    return mapItems(page, (row) => shown(context, row));
  }

  @Get(':id')
  @Needs(...readers)
  @ApiOkResponse({ description: 'The placement; `revision` is what If-Match takes.' })
  async one(@Context() context: RequestContext, @PathId() id: string, @Query() { after }: AfterQuery): Promise<Shown> {
    return shown(context, await this.reader.one(context, placementList, { id, after }));
  }
}

type Shown = Opened<PlacementRow>;

function shown(context: RequestContext, row: Opened<PlacementRow>): Shown {
  return isOffice(context) ? row : { ...row, visits: row.visits.map(({ note: _, ...visit }) => visit) };
}
