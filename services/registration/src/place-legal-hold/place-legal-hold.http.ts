import type { Day } from '@lotsennetz/kernel';
import {
  Commands,
  Context,
  created,
  invalidInput,
  Needs,
  office,
  OnDay,
  OneOf,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { holdReasons, type HoldReason } from '../erasure/erasure.events.js';
import { erasure } from '../erasure/erasure.stream.js';
import { PersonLookup } from '../person-lookup.js';
import { placeLegalHold, type PlaceLegalHoldRefusal } from './place-legal-hold.decider.js';

const statuses = { 'erasure-ordered': HttpStatus.CONFLICT } satisfies RefusalStatuses<PlaceLegalHoldRefusal>;

class HoldBody {
  @OneOf(holdReasons)
  readonly reason: HoldReason;
  @OnDay({ description: 'The last day on which it holds. Not in the past.' })
  readonly until: Day;
}

@ApiTags('privacy')
@Controller('registration/:tenant/erasures/:id/holds')
export class PlaceLegalHoldHttp {
  constructor(
    private readonly commands: Commands,
    private readonly people: PersonLookup,
  ) {}

  /** The person's data must stay until that day, for that reason; possible before anybody asks for erasure. */
  @Post()
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  @ApiOkResponse({ type: WriteAnswer, description: 'Is held already.' })
  async place(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() { reason, until }: HoldBody,
  ): Promise<Written> {
    if (until < context.today) throw invalidInput([{ field: 'until', problem: 'must not lie in the past' }]);
    await this.people.mustBeSomebody(context.scope, id);
    const holdId = context.newId();
    const command = { holdId, reason, until, on: context.today };
    const task = { stream: erasure, id, decide: placeLegalHold, command };
    return created(holdId, await this.commands.send(context, task, statuses));
  }
}
