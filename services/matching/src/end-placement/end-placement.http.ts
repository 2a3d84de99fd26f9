import {
  businessDay,
  BusinessDayBody,
  changed,
  Commands,
  Context,
  Needs,
  office,
  OneOf,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Places } from '../places.js';
import { RequestFinder } from '../request-finder.js';
import { endReasons, type EndReason } from '../request/request.events.js';
import { request } from '../request/request.stream.js';
import { endPlacement, type EndPlacementRefusal } from './end-placement.decider.js';

const statuses = {
  'unknown-placement': HttpStatus.NOT_FOUND,
  'earlier-than-last-change': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<EndPlacementRefusal>;

class EndBody extends BusinessDayBody {
  @OneOf(endReasons)
  readonly reason: EndReason;
}

@ApiTags('matching')
@Controller('matching/:tenant/placements/:id/end')
export class EndPlacementHttp {
  constructor(
    private readonly commands: Commands,
    private readonly finder: RequestFinder,
    private readonly places: Places,
  ) {}

  /** The placement is over, and the volunteer's place is free at once. */
  @Post()
  @Needs(...office)
  @ApiOkResponse({ type: WriteAnswer })
  async end(
    @Context() context: RequestContext,
    @PathId() placementId: string,
    @Body() { on, reason }: EndBody,
  ): Promise<Written> {
    const requestId = await this.finder.ofPlacement(context, placementId);
    const command = { placementId, reason, on: businessDay(on, context) };
    const task = { stream: request, id: requestId, decide: endPlacement, command };
    const ended = await this.commands.send(context, task, statuses);
    // A crash just here leaves the place to the sweep.
    if (ended.state.status === 'placed')
      await this.places.release(context, ended.state.placement.volunteerId, {
        placementId,
        requestId,
        on: command.on,
        cause: 'ended',
      });
    return changed(placementId, ended);
  }
}
