import {
  changed,
  Commands,
  Context,
  NeedsSignIn,
  notFound,
  readInvitation,
  ServiceRuntime,
  Text,
  WriteAnswer,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { membership } from '../membership/membership.stream.js';
import { acceptInvitation, type AcceptInvitationRefusal } from './accept-invitation.decider.js';

const statuses = {
  'unknown-membership': HttpStatus.NOT_FOUND,
  'membership-ended': HttpStatus.GONE,
  'invitation-replaced': HttpStatus.GONE,
  'invitation-expired': HttpStatus.GONE,
  'already-accepted': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<AcceptInvitationRefusal>;

class AcceptBody {
  @Text({ max: 200, description: 'What the link held.' })
  readonly invitation: string;
}

@ApiTags('registration')
@Controller('registration/:tenant/invitations/accept')
export class AcceptInvitationHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
  ) {}

  /** Whoever is signed in becomes a member as the link says. The answer's `id` is the membership. */
  @Post()
  @NeedsSignIn()
  @ApiOkResponse({ type: WriteAnswer })
  async accept(@Context() context: RequestContext, @Body() body: AcceptBody): Promise<Written> {
    const { scope, identity, today } = context;
    const invitation = await readInvitation(this.runtime.keys, scope, body.invitation);
    if (!invitation || identity === undefined) throw notFound();
    const { membershipId: id, number } = invitation;
    const command = { identity, invitation: number, on: today };
    const task = { stream: membership, id, decide: acceptInvitation, command };
    return changed(id, await this.commands.send({ ...context, actor: `person:${id}` }, task, statuses));
  }
}
