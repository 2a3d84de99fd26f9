import { dayParts, topicCodes } from '@lotsennetz/contracts';
import {
  businessDay,
  Commands,
  Context,
  created,
  Email,
  invalidInput,
  Language,
  Languages,
  Needs,
  Note,
  office,
  OnDay,
  Phone,
  PostalCode,
  PublicForm,
  SomeOf,
  Text,
  WholeNumber,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { ArrayMinSize } from 'class-validator';
import { newcomer } from '../newcomer/newcomer.stream.js';
import { registerNewcomer } from './register-newcomer.decider.js';

class NewcomerBody {
  @Text({ max: 100 })
  readonly givenName: string;
  @Text({ max: 100 })
  readonly familyName: string;
  @Email({ optional: true })
  readonly email?: string;
  @Phone({ optional: true })
  readonly phone?: string;
  @Language({ optional: true, description: 'Language for messages.' })
  readonly preferredLanguage?: string;
  @WholeNumber({ min: 1, max: 30 })
  readonly householdSize: number;
  @Languages()
  readonly languages: string[];
  @PostalCode({ optional: true })
  readonly postalCode?: string;
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @Note({ max: 4000, optional: true })
  readonly note?: string;
  @OnDay({ optional: true, description: 'The day the office learnt of the household; today unless told otherwise.' })
  readonly on?: Day;
}

class HelpBody extends NewcomerBody {
  @SomeOf(topicCodes, { description: 'At least one.' })
  @ArrayMinSize(1)
  readonly topics: string[];
  @SomeOf(dayParts, { optional: true, description: 'Parts of a week that suit; none: any.' })
  readonly availability?: (typeof dayParts)[number][];
}

@ApiTags('registration')
@Controller('registration/:tenant')
export class RegisterNewcomerHttp {
  constructor(private readonly commands: Commands) {}

  @Post('newcomers')
  @Needs(...office)
  @ApiCreatedResponse({ type: WriteAnswer })
  async register(@Context() context: RequestContext, @Body() { on, ...household }: NewcomerBody): Promise<Written> {
    const id = context.newId();
    const command = { household, on: businessDay(on, context) };
    return created(
      id,
      await this.commands.send(context, { stream: newcomer, id, decide: registerNewcomer, command }, {}),
    );
  }

  /** The open form of a household that asks for help itself. Its answer tells nothing about who is known already. */
  @Post('help-requests')
  @PublicForm()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiAcceptedResponse({ description: '{status: "accepted"}' })
  async askForHelp(
    @Context() context: RequestContext,
    @Body() { on: _, ...household }: HelpBody,
  ): Promise<{ readonly status: 'accepted' }> {
    if (!household.email && !household.phone)
      throw invalidInput([{ field: 'email', problem: 'an e-mail address or a phone number is needed' }]);
    const command = { household, on: context.today };
    await this.commands.send(context, { stream: newcomer, id: context.newId(), decide: registerNewcomer, command }, {});
    return { status: 'accepted' };
  }
}
