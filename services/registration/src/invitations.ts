import {
  addDays,
  type Day,
  type RecordedEvent,
  type Revision,
  type Position,
  type TenantScope,
} from '@lotsennetz/kernel';
import { ServiceRuntime, signInvitation, Written } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { invitationDays, invitationIn, type InvitedAnswer } from './membership/membership.body.js';

interface Done {
  readonly revision: Revision;
  readonly position: Position | undefined;
  readonly events: readonly Pick<RecordedEvent, 'type' | 'data'>[];
}

/** Answers commands that invite somebody. */
@Injectable()
export class Invitations {
  constructor(private readonly runtime: ServiceRuntime) {}

  /** 201 with what the link holds; 200 without it when nobody was invited by this. */
  async answer(scope: TenantScope, membershipId: string, outcome: Done): Promise<Written<InvitedAnswer>> {
    const { revision, position, events } = outcome;
    const number = invitationIn(events);
    const invitation =
      number === undefined ? null : await signInvitation(this.runtime.keys, scope, { membershipId, number });
    const status = number === undefined ? HttpStatus.OK : HttpStatus.CREATED;
    return new Written(status, { id: membershipId, revision, position: position ?? null, invitation }, revision);
  }
}

/** The last day of an invitation made today. */
export function validUntil(today: Day): Day {
  return addDays(today, invitationDays);
}
