import type { TenantScope } from '@lotsennetz/kernel';
import {
  AfterQuery,
  Context,
  Needs,
  notFound,
  PathId,
  readers,
  ViewReader,
  type RequestContext,
} from '@lotsennetz/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Drafts } from '../drafts.js';
import { explainIn } from '../explained.js';
import { helperPool } from '../helper/helper-pool.view.js';
import { distanceKm, townsWithin, whereIs, type GeoPoint } from '../postal-codes.js';
import { requestList } from '../request/request-list.view.js';

/** So far around the request towns are named, where no volunteer lives further away. */
const leastKm = 10;

class MapPoint implements GeoPoint {
  @ApiProperty({ description: 'Degrees north (WGS 84), of the middle of a postal code or town.' })
  readonly lat: number;
  @ApiProperty({ description: 'Degrees east.' })
  readonly lon: number;
}

class MapTown extends MapPoint {
  @ApiProperty()
  readonly name: string;
}

class MapVolunteer {
  @ApiProperty({ format: 'uuid' })
  readonly volunteerId: string;
  @ApiPropertyOptional()
  readonly town?: string;
  @ApiProperty({ type: MapPoint, nullable: true, description: 'null: no place is known.' })
  readonly at: MapPoint | null;
  @ApiProperty({ type: Number, nullable: true, description: 'From the request, as the crow flies, to 100 m.' })
  readonly km: number | null;
}

class RequestMap {
  @ApiProperty({ type: MapPoint, nullable: true, description: 'Where help is needed; null: no place is known.' })
  readonly at: MapPoint | null;
  @ApiProperty({ type: [MapVolunteer], description: 'Whoever is proposed first, then the candidates, best first.' })
  readonly volunteers: readonly MapVolunteer[];
  @ApiProperty({ type: [MapTown], description: "Towns around, to find one's way." })
  readonly towns: readonly MapTown[];
}

@ApiTags('matching')
@Controller('matching/:tenant/requests/:id/map')
export class RequestMapHttp {
  constructor(
    private readonly reader: ViewReader,
    private readonly drafts: Drafts,
  ) {}

  /** Where the request and whoever could help are, as exactly as a postal code says. Records nothing. */
  @Get()
  @Needs(...readers)
  @ApiOkResponse({ type: RequestMap })
  async draw(
    @Context() context: RequestContext,
    @PathId() requestId: string,
    @Query() { after }: AfterQuery,
  ): Promise<RequestMap> {
    const draft = await this.drafts.of(context, after);
    const row = await this.reader.find(context, requestList, requestId);
    if (!row) throw notFound();
    const explained = explainIn(draft, requestId);
    const candidates = explained?.kind === 'matched' ? [explained, ...explained.alternatives] : [];
    const ids = [...(row.proposal ? [row.proposal] : []), ...candidates].map(({ volunteerId }) => volunteerId);
    const at = whereIs(row) ?? null;
    const volunteers = await Promise.all([...new Set(ids)].map((id) => this.volunteer(context.scope, id, at)));
    const farthestKm = Math.max(leastKm, ...volunteers.map(({ km }) => km ?? 0));
    return { at, volunteers, towns: at ? townsWithin(farthestKm, at) : [] };
  }

  private async volunteer(scope: TenantScope, volunteerId: string, from: GeoPoint | null): Promise<MapVolunteer> {
    const helper = await this.reader.find({ scope }, helperPool, volunteerId);
    const at = (helper && whereIs(helper)) ?? null;
    const km = at && from ? Math.round(distanceKm(from, at) * 10) / 10 : null;
    return { volunteerId, ...(helper?.town ? { town: helper.town } : {}), at, km };
  }
}
