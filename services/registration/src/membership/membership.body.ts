import { staffRoles, type StaffRole } from '@lotsennetz/contracts';
import type { RecordedEvent } from '@lotsennetz/kernel';
import { Email, inputPipe, Language, SomeOf, Text, WriteAnswer } from '@lotsennetz/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { MembershipEvent } from './membership.stream.js';

/** Days an invitation may be accepted in. */
export const invitationDays = 14;

/** A person who is to work for a tenant. */
export class PersonBody {
  @Text({ max: 100 })
  readonly givenName: string;
  @Text({ max: 100 })
  readonly familyName: string;
  @Email({ description: 'Where the invitation goes.' })
  readonly email: string;
  @Language({ optional: true, description: 'Language of the invitation.' })
  readonly preferredLanguage?: string;
}

/** @throws Problem 400 `invalid-input` naming each field that is missing or wrong. */
export function invitedPerson(value: unknown): PersonBody {
  return inputPipe.transform(value, { type: 'body', metatype: PersonBody }) as PersonBody;
}

export class StaffBody extends PersonBody {
  @SomeOf(staffRoles)
  readonly roles: StaffRole[];
}

/** What inviting somebody answers. */
export class InvitedAnswer extends WriteAnswer {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the link holds, where no mail goes out and the office hands it over itself; else null.',
  })
  readonly invitation: string | null;
}

/** The number of the invitation that a command has made; undefined when it made none. */
export function invitationIn(events: readonly Pick<RecordedEvent, 'type' | 'data'>[]): number | undefined {
  const made = events.find(({ type }) => type === 'MembershipOffered' || type === 'InvitationRepeated');
  return (made?.data as Extract<MembershipEvent, { type: 'InvitationRepeated' }>['data'] | undefined)?.invitation;
}
