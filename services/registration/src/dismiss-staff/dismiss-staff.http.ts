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
import { Administrators } from '../administrators.js';
import { membership } from '../membership/membership.stream.js';
import { dismissStaff, type DismissStaffRefusal } from './dismiss-staff.decider.js';

const statuses = {
  'unknown-membership': HttpStatus.NOT_FOUND,
  'not-staff': HttpStatus.NOT_FOUND,
  'last-administrator': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<DismissStaffRefusal>;

@ApiTags('registration')
@Controller('registration/:tenant/staff/:id/dismiss')
export class DismissStaffHttp {
  constructor(
    private readonly commands: Commands,
    private readonly administrators: Administrators,
  ) {}

  /** Every service knows within seconds; sessions that are open then open nothing more. */
  @Post()
  @Needs('administrator')
  @ApiOkResponse({ type: WriteAnswer })
  async dismiss(@Context() context: RequestContext, @PathId() id: string): Promise<Written> {
    const reservedFor = await this.administrators.reserveLeave(context, id);
    const command = { mayLeave: reservedFor !== undefined, on: context.today };
    const task = {
      stream: membership,
      id,
      decide: dismissStaff,
      command,
      ...(reservedFor === undefined ? {} : { ifMatch: reservedFor }),
    };
    return changed(id, await this.commands.send(context, task, statuses));
  }
}
