import {
  businessDay,
  BusinessDayBody,
  Commands,
  Context,
  created,
  Needs,
  NeedsSelf,
  Note,
  office,
  ownId,
  PathId,
  WholeNumber,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { RequestFinder } from '../request-finder.js';
import { request } from '../request/request.stream.js';
import { logVisit, type LogVisitRefusal } from './log-visit.decider.js';

const statuses = {
  'unknown-placement': HttpStatus.NOT_FOUND,
  'outside-placement': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<LogVisitRefusal>;

class VisitBody extends BusinessDayBody {
  @WholeNumber({ min: 1, max: 1440, description: 'How long the visit took, with the way.' })
  readonly minutes: number;
  @Note({ max: 4000, optional: true, description: 'Stored sealed.' })
  readonly note?: string;
}

@ApiTags('matching')
@Controller('matching/:tenant')
export class LogVisitHttp {
  constructor(
    private readonly commands: Commands,
    private readonly finder: RequestFinder,
  ) {}

  /** A visit, also of an ended placement. Two visits of one day are two; send an Idempotency-Key to repeat safely. Answers the visit's id. */
  @Post('placements/:id/visits')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  log(@Context() context: RequestContext, @PathId() placementId: string, @Body() body: VisitBody): Promise<Written> {
    return this.send(context, placementId, body);
  }

  /** The same by the volunteer in person. */
  @Post('me/placements/:id/visits')
  @NeedsSelf('volunteer')
  @ApiCreatedResponse({ type: WriteAnswer })
  logOwn(@Context() context: RequestContext, @PathId() placementId: string, @Body() body: VisitBody): Promise<Written> {
    return this.send(context, placementId, { ...body, volunteerId: ownId(context) });
  }

  private async send(
    context: RequestContext,
    placementId: string,
    { on, ...visit }: VisitBody & { readonly volunteerId?: string },
  ): Promise<Written> {
    const visitId = context.newId();
    const command = { ...visit, placementId, visitId, on: businessDay(on, context) };
    const id = await this.finder.ofPlacement(context, placementId);
    const task = { stream: request, id, decide: logVisit, command };
    return created(visitId, await this.commands.send(context, task, statuses));
  }
}
