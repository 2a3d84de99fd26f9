import { isTenantId, TenantScope } from '@lotsennetz/kernel';
import {
  Commands,
  Context,
  created,
  invalidInput,
  NeedsOperator,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { checkSettings, TenantBody } from '../tenant/settings.body.js';
import { tenant } from '../tenant/tenant.stream.js';
import { foundTenant, type FoundTenantRefusal } from './found-tenant.decider.js';

const statuses = {
  'tenant-exists': HttpStatus.CONFLICT,
  'reserved-id': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<FoundTenantRefusal>;

@ApiTags('registration')
@Controller('registration/platform/tenants')
export class FoundTenantHttp {
  constructor(private readonly commands: Commands) {}

  /** The answer's `id` is the tenant's own. */
  @Post()
  @NeedsOperator()
  @ApiCreatedResponse({ type: WriteAnswer })
  async found(@Context() context: RequestContext, @Body() { id, ...facts }: TenantBody): Promise<Written> {
    if (!isTenantId(id)) throw invalidInput([{ field: 'id', problem: 'cannot be the id of a tenant' }]);
    checkSettings(facts);
    const command = { id, facts, on: context.today };
    const task = { stream: tenant, id, decide: foundTenant, command };
    return created(id, await this.commands.send({ ...context, scope: TenantScope.of(id) }, task, statuses));
  }
}
