import { staffRoles, type StaffRole } from '@lotsennetz/contracts';
import {
  changed,
  Commands,
  Context,
  invalidInput,
  Needs,
  PathId,
  SomeOf,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Administrators } from '../administrators.js';
import { membership } from '../membership/membership.stream.js';
import { changeStaffRoles, type ChangeStaffRolesRefusal } from './change-staff-roles.decider.js';

const statuses = {
  'unknown-membership': HttpStatus.NOT_FOUND,
  'not-staff': HttpStatus.NOT_FOUND,
  'membership-ended': HttpStatus.CONFLICT,
  'last-administrator': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<ChangeStaffRolesRefusal>;

class RolesBody {
  @SomeOf(staffRoles)
  readonly roles: StaffRole[];
}

@ApiTags('registration')
@Controller('registration/:tenant/staff/:id/roles')
export class ChangeStaffRolesHttp {
  constructor(
    private readonly commands: Commands,
    private readonly administrators: Administrators,
  ) {}

  @Put()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async change(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() { roles }: RolesBody,
  ): Promise<Written> {
    if (roles.length === 0) throw invalidInput([{ field: 'roles', problem: 'must name at least one role' }]);
    const stays = roles.includes('administrator');
    const reservedFor = stays ? undefined : await this.administrators.reserveLeave(context, id);
    const command = { roles, mayLeave: reservedFor !== undefined, on: context.today };
    const task = {
      stream: membership,
      id,
      decide: changeStaffRoles,
      command,
      ...(reservedFor === undefined ? {} : { ifMatch: reservedFor }),
    };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
