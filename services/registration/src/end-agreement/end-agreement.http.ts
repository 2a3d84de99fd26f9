import { isTenantId } from '@lotsennetz/kernel';
import {
  changed,
  Commands,
  Context,
  Needs,
  notFound,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Controller, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { agreement } from '../agreement/agreement.stream.js';
import { endAgreement } from './end-agreement.decider.js';

@ApiTags('registration')
@Controller('registration/:tenant/agreements/:partner/end')
export class EndAgreementHttp {
  constructor(private readonly commands: Commands) {}

  /** Nothing is shared any more, whatever the partner has signed. */
  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async end(@Context() context: RequestContext, @Param('partner') id: string): Promise<Written> {
    if (!isTenantId(id)) throw notFound();
    const command = { on: context.today };
    const outcome = await this.commands.send(context, { stream: agreement, id, decide: endAgreement, command }, {});
    // Nothing was ever signed here: there is no half to show.
    if (outcome.revision < 0) throw notFound();
    return changed(id, outcome);
  }
}
