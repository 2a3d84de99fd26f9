import { sharedThings, type SharedThing } from '@lotsennetz/contracts';
import {
  created,
  Commands,
  Context,
  invalidInput,
  Needs,
  ServiceRuntime,
  SomeOf,
  Text,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { agreement } from '../agreement/agreement.stream.js';
import { signAgreement, type SignAgreement, type SignAgreementRefusal } from './sign-agreement.decider.js';

const statuses = {
  'own-tenant': HttpStatus.UNPROCESSABLE_ENTITY,
  'unknown-partner': HttpStatus.UNPROCESSABLE_ENTITY,
} satisfies RefusalStatuses<SignAgreementRefusal>;

class AgreementBody {
  @Text({ min: 2, max: 40, pattern: /^[a-z][a-z0-9-]{1,39}$/, description: 'The other tenant.' })
  readonly partner: string;
  @SomeOf(sharedThings)
  readonly shares: SharedThing[];
}

@ApiTags('registration')
@Controller('registration/:tenant/agreements')
export class SignAgreementHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Signs this tenant's half; it holds once the partner has signed the other. The answer's `id` is the partner. */
  @Post()
  @Needs('administrator')
  @ApiCreatedResponse({ type: WriteAnswer })
  async sign(@Context() context: RequestContext, @Body() { partner: id, shares }: AgreementBody): Promise<Written> {
    if (shares.length === 0) throw invalidInput([{ field: 'shares', problem: 'must name what is shared' }]);
    const command = { partner: { id, kind: this.kindOf(context, id) }, shares, on: context.today };
    const task = { stream: agreement, id, decide: signAgreement, command };
    return created(id, await this.commands.send(context, task, statuses));
  }

  private kindOf({ scope }: RequestContext, partner: string): SignAgreement['partner']['kind'] {
    if (partner === scope.tenant) return 'own';
    return this.runtime.access.tenant(partner) ? 'other' : 'unknown';
  }
}
