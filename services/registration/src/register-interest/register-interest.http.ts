import {
  businessDay,
  Commands,
  Context,
  created,
  invalidInput,
  Needs,
  office,
  OnDay,
  PublicForm,
  Text,
  WriteAnswer,
  Written,
  type RequestContext,
} from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { mustBeBorn, ProfileBody } from '../volunteer/volunteer.body.js';
import { volunteer, type VolunteerProfile } from '../volunteer/volunteer.stream.js';
import { registerInterest } from './register-interest.decider.js';

class InterestBody extends ProfileBody {
  @Text({ max: 100 })
  declare readonly givenName: string;
  @Text({ max: 100 })
  declare readonly familyName: string;
  @OnDay({ optional: true, description: 'The day the interest was voiced; today unless told otherwise.' })
  readonly interestedSince?: Day;
}

@ApiTags('registration')
@Controller('registration/:tenant')
export class RegisterInterestHttp {
  constructor(private readonly commands: Commands) {}

  /** An interest that reached the office by mail, by phone or at the counter. */
  @Post('volunteers')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  async byOffice(@Context() context: RequestContext, @Body() body: InterestBody): Promise<Written> {
    const id = context.newId();
    const command = {
      profile: profileOf(body, context.today),
      channel: 'office',
      on: businessDay(body.interestedSince, context, 'interestedSince'),
    } as const;
    return created(
      id,
      await this.commands.send(context, { stream: volunteer, id, decide: registerInterest, command }, {}),
    );
  }

  /** The open form. Its answer tells nothing about who is known already. */
  @Post('interests')
  @PublicForm()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ description: '{status: "accepted"}' })
  async byForm(
    @Context() context: RequestContext,
    @Body() body: InterestBody,
  ): Promise<{ readonly status: 'accepted' }> {
    const command = {
      profile: profileOf(body, context.today),
      channel: 'form',
      on: businessDay(body.interestedSince, context, 'interestedSince'),
    } as const;
    await this.commands.send(
      context,
      { stream: volunteer, id: context.newId(), decide: registerInterest, command },
      {},
    );
    return { status: 'accepted' };
  }
}

/** @throws Problem 400 when there is no way to reach the person, or they are not born yet. */
function profileOf({ interestedSince: _, ...body }: InterestBody, today: Day): VolunteerProfile {
  mustBeBorn(body, today);
  if (!body.email && !body.phone)
    throw invalidInput([{ field: 'email', problem: 'an e-mail address or a phone number is needed' }]);
  return { gender: 'unknown', languages: [], topics: [], availability: [], capacity: 1, ...body };
}
