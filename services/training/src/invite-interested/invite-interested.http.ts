import {
  changed,
  Commands,
  Context,
  Needs,
  notFound,
  PathId,
  ServiceRuntime,
  Text,
  trainers,
  WriteAnswer,
  Written,
  type RefusalStatuses,
  type RequestContext,
} from '@lotsennetz/platform';
import { loadState } from '@lotsennetz/kernel';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { course } from '../course/course.stream.js';
import { InterestList } from './interest-list.js';
import { inviteInterested, type InviteInterestedRefusal } from './invite-interested.decider.js';

const statuses = {
  'unknown-course': HttpStatus.NOT_FOUND,
  'course-completed': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<InviteInterestedRefusal>;

class InvitationBody {
  @Text({ max: 100, optional: true, description: "Whose interest list; the course's own town unless told otherwise." })
  readonly town?: string;
}

class InvitationAnswer extends WriteAnswer {
  @ApiProperty({ description: 'How many people this request has invited.' })
  readonly invited: number;
}

@ApiTags('training')
@Controller('training/:tenant/courses/:id/invitations')
export class InviteInterestedHttp {
  constructor(
    private readonly commands: Commands,
    private readonly runtime: ServiceRuntime,
    private readonly interestList: InterestList,
  ) {}

  /** Invites the interest list of a town. May be repeated: only people who were not invited yet hear of it. */
  @Post()
  @Needs(...trainers)
  @ApiOkResponse({ type: InvitationAnswer })
  async invite(
    @Context() context: RequestContext,
    @PathId() id: string,
    @Body() body: InvitationBody,
  ): Promise<Written<InvitationAnswer>> {
    const { state } = await loadState(this.runtime, course, { scope: context.scope, id });
    if (state.status === 'unknown') throw notFound();
    const volunteerIds = await this.interestList.of(context.scope, body.town ?? state.town);
    const command = { volunteerIds, on: context.today };
    const outcome = await this.commands.send(
      context,
      { stream: course, id, decide: inviteInterested, command },
      statuses,
    );
    const answer = changed(id, outcome);
    return new Written(answer.status, { ...answer.body, invited: outcome.events.length }, answer.revision);
  }
}
