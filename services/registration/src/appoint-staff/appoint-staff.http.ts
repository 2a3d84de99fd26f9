import { Commands, Context, invalidInput, Needs, type RequestContext, type Written } from '@lotsennetz/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Invitations, validUntil } from '../invitations.js';
import { InvitedAnswer, StaffBody } from '../membership/membership.body.js';
import { membership } from '../membership/membership.stream.js';
import { appointStaff } from './appoint-staff.decider.js';

@ApiTags('registration')
@Controller('registration/:tenant/staff')
export class AppointStaffHttp {
  constructor(
    private readonly commands: Commands,
    private readonly invitations: Invitations,
  ) {}

  /** Invites a person to work for the tenant; the roles begin when the person has signed in and accepted. */
  @Post()
  @Needs('administrator')
  @ApiCreatedResponse({ type: InvitedAnswer })
  async appoint(
    @Context() context: RequestContext,
    @Body() { roles, ...person }: StaffBody,
  ): Promise<Written<InvitedAnswer>> {
    if (roles.length === 0) throw invalidInput([{ field: 'roles', problem: 'must name at least one role' }]);
    const id = context.newId();
    const command = { person, roles, validUntil: validUntil(context.today), on: context.today };
    const outcome = await this.commands.send(context, { stream: membership, id, decide: appointStaff, command }, {});
    return this.invitations.answer(context.scope, id, outcome);
  }
}
