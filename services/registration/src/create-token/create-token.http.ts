import { serviceNames, staffRoles, type ServiceName, type StaffRole } from '@lotsennetz/contracts';
import { addDays, type Day } from '@lotsennetz/kernel';
import {
  Commands,
  Context,
  Flag,
  invalidInput,
  Needs,
  OnDay,
  OneOf,
  SomeOf,
  WriteAnswer,
  Written,
  type RequestContext,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { newToken } from '../token/token.body.js';
import { token as tokenStream, type TokenRight } from '../token/token.stream.js';
import { createToken } from './create-token.decider.js';

const longestDays = 366;

class TokenBody {
  @OneOf(staffRoles)
  readonly role: StaffRole;
  @OnDay({ optional: true, description: 'The last day; within a year, and in a year unless told otherwise.' })
  readonly validUntil?: Day;
  @SomeOf(serviceNames, { optional: true, description: 'What it may call; everything unless told otherwise.' })
  readonly services?: ServiceName[];
  @Flag({ optional: true, description: 'Whether it may only read.' })
  readonly readOnly?: boolean;
}

class TokenAnswer extends WriteAnswer {
  @ApiProperty({ type: String, nullable: true, description: 'Shown this once; null when the request is a repetition.' })
  readonly token: string | null;
}

@ApiTags('registration')
@Controller('registration/:tenant/tokens')
export class CreateTokenHttp {
  constructor(private readonly commands: Commands) {}

  /** The token is in this answer and nowhere else. */
  @Post()
  @Needs('administrator')
  @ApiCreatedResponse({ type: TokenAnswer })
  async create(@Context() context: RequestContext, @Body() body: TokenBody): Promise<Written<TokenAnswer>> {
    const id = context.newId();
    const { token, tokenHash } = newToken();
    const right = { ...rightOf(body, context.today, tokenHash), ...createdBy(context) };
    const command = { right, on: context.today };
    const task = { stream: tokenStream, id, decide: createToken, command };
    const { revision, position = null, repeated } = await this.commands.send(context, task, {});
    return new Written(HttpStatus.CREATED, { id, revision, position, token: repeated ? null : token }, revision);
  }
}

/** @throws Problem 400 for an end that has passed, or lies further away than a year. */
function rightOf({ validUntil, ...body }: TokenBody, today: Day, tokenHash: string): TokenRight {
  const latest = addDays(today, longestDays);
  if (validUntil !== undefined && (validUntil < today || validUntil > latest))
    throw invalidInput([{ field: 'validUntil', problem: `must lie between ${today} and ${latest}` }]);
  return { ...body, tokenHash, validUntil: validUntil ?? addDays(today, 365) };
}

/** With their membership ends what people made; what their tokens make ends with it too. */
function createdBy({ membershipId }: RequestContext): Pick<TokenRight, 'createdBy'> {
  return membershipId === undefined ? {} : { createdBy: membershipId };
}
