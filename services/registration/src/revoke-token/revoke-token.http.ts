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
import { token } from '../token/token.stream.js';
import { revokeToken, type RevokeTokenRefusal } from '../revoke-token.decider.js';

const statuses = { 'unknown-token': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<RevokeTokenRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/tokens/:id/revoke')
export class RevokeTokenHttp {
  constructor(private readonly commands: Commands) {}

  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async revoke(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const command = { on: context.today };
    return changed(
      id,
      await this.commands.send(context, { stream: token, id, decide: revokeToken, command }, statuses),
    );
  }
}
