import {
  businessDay,
  Commands,
  Context,
  created,
  Email,
  Language,
  Languages,
  Needs,
  Note,
  office,
  OnDay,
  Phone,
  PostalCode,
  Text,
  WholeNumber,
  WriteAnswer,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
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

@ApiTags('registration')
@Controller('registration/:tenant/newcomers')
export class RegisterNewcomerHttp {
  constructor(private readonly commands: Commands) {}

  @Post()
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
}
