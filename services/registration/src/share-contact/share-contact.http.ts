import {
  changed,
  Commands,
  Context,
  NeedsSelf,
  ownId,
  PathId,
  SomeOf,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { acquaintance, contactWays, type ContactWay } from '../acquaintance/acquaintance.stream.js';
import { shareContact, type ShareContactRefusal } from './share-contact.decider.js';

const statuses = {
  'unknown-placement': HttpStatus.NOT_FOUND,
  'placement-ended': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<ShareContactRefusal>;

class SharedBody {
  @SomeOf(contactWays, { description: 'All that the other may see from now on; none: nothing any more.' })
  readonly ways: ContactWay[];
}

@ApiTags('registration')
@Controller('registration/:tenant/me/acquaintances/:id/shared')
export class ShareContactHttp {
  constructor(private readonly commands: Commands) {}

  /** What the other person of a running placement may see of one's own address and number; each decides for themself. */
  @Put()
  @NeedsSelf('volunteer', 'newcomer')
  @ApiOkResponse({ type: WriteAnswer })
  async share(@Context() context: RequestContext, @PathId() id: string, @Body() body: SharedBody): Promise<Written> {
    const command = { personId: ownId(context), ways: body.ways, on: context.today };
    const task = { stream: acquaintance, id, decide: shareContact, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
