import { selfRoles, type SelfRole } from '@lotsennetz/contracts';
import {
  Commands,
  Context,
  Id,
  Needs,
  office,
  OneOf,
  ViewReader,
  type RefusalStatuses,
  type RequestContext,
  type Written,
} from '@lotsennetz/platform';
import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Invitations, validUntil } from '../invitations.js';
import { accountOf } from '../membership/account.body.js';
import { knownPeople } from '../membership/known-people.view.js';
import { InvitedAnswer } from '../membership/membership.body.js';
import { membership } from '../membership/membership.stream.js';
import { PersonLookup } from '../person-lookup.js';
import { openSelfService, type OpenSelfServiceRefusal } from './open-self-service.decider.js';

const statuses = {
  'unknown-person': HttpStatus.NOT_FOUND,
  'account-exists': HttpStatus.CONFLICT,
} satisfies RefusalStatuses<OpenSelfServiceRefusal>;

class AccountBody {
  @OneOf(selfRoles)
  readonly role: SelfRole;
  @Id({ description: 'The volunteer or newcomer.' })
  readonly personId: string;
}

@ApiTags('registration')
@Controller('registration/:tenant/accounts')
export class OpenSelfServiceHttp {
  constructor(
    private readonly commands: Commands,
    private readonly reader: ViewReader,
    private readonly invitations: Invitations,
    private readonly people: PersonLookup,
  ) {}

  /** Invites people to see and do their own things; again and again until they have come. 410 for the forgotten. */
  @Post()
  @Needs(...office)
  @ApiCreatedResponse({ type: InvitedAnswer })
  async open(
    @Context() context: RequestContext,
    @Body() { role, personId }: AccountBody,
  ): Promise<Written<InvitedAnswer>> {
    const { scope, today: on } = context;
    await this.people.mustBeKnown(scope, personId, role);
    await this.reader.reachNow();
    const known = await this.reader.find(context, knownPeople, personId);
    const person = known?.role === role ? known.person : undefined;
    const id = accountOf(scope, personId);
    const command = { role, subjectId: personId, person, validUntil: validUntil(on), on };
    const task = { stream: membership, id, decide: openSelfService, command };
    return this.invitations.answer(scope, id, await this.commands.send(context, task, statuses));
  }
}
