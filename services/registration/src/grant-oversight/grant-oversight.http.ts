import { oversightFields, type OversightField } from '@lotsennetz/contracts';
import type { Day } from '@lotsennetz/kernel';
import {
  Commands,
  Context,
  created,
  Needs,
  OnDay,
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
import { oversight } from '../oversight/oversight.stream.js';
import { grantOversight, type GrantOversightRefusal } from './grant-oversight.decider.js';

const statuses = {
  'not-a-county': HttpStatus.UNPROCESSABLE_ENTITY,
  'ends-in-the-past': HttpStatus.UNPROCESSABLE_ENTITY,
} satisfies RefusalStatuses<GrantOversightRefusal>;

class OversightBody {
  @Text({ min: 2, max: 40, pattern: /^[a-z][a-z0-9-]{1,39}$/, description: 'The tenant that may read; a county.' })
  readonly county: string;
  @Text({ max: 200, description: 'What the county needs it for.' })
  readonly purpose: string;
  @SomeOf(oversightFields, { optional: true, description: 'Beyond suppressed figures; none unless named.' })
  readonly fields?: OversightField[];
  @OnDay({ description: 'The last day.' })
  readonly until: Day;
}

@ApiTags('registration')
@Controller('registration/:tenant/oversights')
export class GrantOversightHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Lets a county read. Other fields or another end are another grant. */
  @Post()
  @Needs('administrator')
  @ApiCreatedResponse({ type: WriteAnswer })
  async grant(@Context() context: RequestContext, @Body() { fields = [], ...body }: OversightBody): Promise<Written> {
    const id = context.newId();
    const { county } = body;
    const isCounty = county !== context.scope.tenant && this.runtime.access.tenant(county)?.kind === 'county';
    const command = { grant: { ...body, fields }, isCounty, on: context.today };
    const task = { stream: oversight, id, decide: grantOversight, command };
    return created(id, await this.commands.send(context, task, statuses));
  }
}
