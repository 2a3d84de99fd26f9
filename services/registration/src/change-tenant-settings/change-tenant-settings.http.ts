import {
  changed,
  Commands,
  Context,
  Needs,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { checkSettings, SettingsChangeBody } from '../tenant/settings.body.js';
import { tenant } from '../tenant/tenant.stream.js';
import { changeTenantSettings, type ChangeTenantSettingsRefusal } from './change-tenant-settings.decider.js';

const statuses = { 'unknown-tenant': HttpStatus.NOT_FOUND } satisfies RefusalStatuses<ChangeTenantSettingsRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/settings')
export class ChangeTenantSettingsHttp {
  constructor(private readonly commands: Commands) {}

  /** Changes only the fields that are sent; a list replaces the earlier list. The answer's `id` is the tenant's own. */
  @Patch()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async change(@Context() context: RequestContext, @Body() body: SettingsChangeBody): Promise<Written> {
    checkSettings(body);
    const id = context.scope.tenant;
    const command = { change: { ...body }, on: context.today };
    const task = { stream: tenant, id, decide: changeTenantSettings, command };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
