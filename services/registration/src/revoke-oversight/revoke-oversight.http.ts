import {
  changed,
  Commands,
  Context,
  Needs,
  PathId,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { oversight } from '../oversight/oversight.stream.js';
import { revokeOversight, type RevokeOversightRefusal } from './revoke-oversight.decider.js';

const statuses = { 'unknown-oversight': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<RevokeOversightRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/oversights/:id/revoke')
export class RevokeOversightHttp {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async revoke(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const command = { on: context.today };
    const task = { stream: oversight, id, decide: revokeOversight, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
