import {
  addDays,
  loadState,
  type Day,
  type RecordedEvent,
  type Revision,
  type Position,
  type TenantScope,
} from '@lotsennetz/kernel';
import { ServiceRuntime, signInvitation, ViewReader, Written } from '@lotsennetz/platform';
import { HttpStatus, Injectable } from '@nestjs/common';
import { knownPeople } from './membership/known-people.view.js';
import { invitationDays, invitationIn, type InvitedAnswer } from './membership/membership.body.js';
import type { MembershipState } from './membership/membership.stream.js';
import { restriction } from './restriction/restriction.stream.js';

interface Done {
  readonly revision: Revision;
  readonly position: Position | undefined;
  readonly events: readonly Pick<RecordedEvent, 'type' | 'data'>[];
  readonly state: MembershipState;
}

/** Answers commands that invite somebody. */
@Injectable()
export class Invitations {
  constructor(
    private readonly runtime: ServiceRuntime,
    private readonly reader: ViewReader,
  ) {}

  /**
   * 201, or 200 when nobody was invited by this. What the link holds is told only where no mail goes out: whoever has it
   * becomes the person who was invited.
   */
  async answer(scope: TenantScope, membershipId: string, outcome: Done): Promise<Written<InvitedAnswer>> {
    const { revision, position, events, state } = outcome;
    const number = invitationIn(events);
    const told = number !== undefined && !(await this.goesByMail(scope, state));
    const invitation = told ? await signInvitation(this.runtime.keys, scope, { membershipId, number }) : null;
    const status = number === undefined ? HttpStatus.OK : HttpStatus.CREATED;
    return new Written(status, { id: membershipId, revision, position: position ?? null, invitation }, revision);
  }

  /** As notifications decides it: by the address of the offer, unless that is gone or the person wants no mail. */
  private async goesByMail(scope: TenantScope, state: MembershipState): Promise<boolean> {
    if (state.status === 'unknown' || !state.mailed) return false;
    const { subjectId } = state;
    if (subjectId === undefined) return true;
    const { state: use } = await loadState(this.runtime, restriction, { scope, id: subjectId });
    if (use.status === 'restricted') return false;
    return (await this.reader.find({ scope }, knownPeople, subjectId))?.person.email !== undefined;
  }
}

/** The last day of an invitation made today. */
export function validUntil(today: Day): Day {
  return addDays(today, invitationDays);
}
