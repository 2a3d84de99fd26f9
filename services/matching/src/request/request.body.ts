import { dayParts, placementKinds, topicCodes, urgencies } from '@lotsennetz/contracts';
import { deriveId, type Day, type TenantScope } from '@lotsennetz/kernel';
import { Id, Languages, Note, OnDay, OneOf, PostalCode, SomeOf, Text, WholeNumber } from '@lotsennetz/platform';
import { ArrayMinSize } from 'class-validator';
import { askers, wishedGenders, type Asker, type RequestDetails } from './request.events.js';

/** What characters a running number of an office's list may have; no blanks, so that no name hides in it. */
export const codePattern = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,29}$/u;

export class RequestBody {
  @Text({ max: 30, pattern: codePattern, optional: true, description: "Running number of the office's list." })
  readonly code?: string;
  @OneOf(askers, { optional: true, description: 'Who turns to the office; `self` unless told otherwise.' })
  readonly askedBy?: Asker;
  @Text({ max: 100, optional: true, description: 'The organisation that asks. Stored sealed.' })
  readonly organisation?: string;
  @Id({ optional: true, description: 'The household, where it is registered.' })
  readonly newcomerId?: string;
  @WholeNumber({ min: 1, max: 30, optional: true })
  readonly householdSize?: number;
  @Languages({ description: 'At least one; one of them must be shared.' })
  @ArrayMinSize(1)
  readonly languages: string[];
  @SomeOf(topicCodes, { description: 'At least one; one of them must be shared.' })
  @ArrayMinSize(1)
  readonly topics: string[];
  @SomeOf(dayParts, { optional: true, description: 'Parts of a week that suit; none: any.' })
  readonly availability?: (typeof dayParts)[number][];
  @PostalCode({ optional: true })
  readonly postalCode?: string;
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @OneOf(urgencies, { optional: true, description: '`normal` unless told otherwise.' })
  readonly urgency?: (typeof urgencies)[number];
  @OneOf(placementKinds, { optional: true, description: '`one-off` unless told otherwise.' })
  readonly kind?: (typeof placementKinds)[number];
  @OneOf(wishedGenders, { optional: true, description: 'The gender the volunteer should have.' })
  readonly genderWish?: (typeof wishedGenders)[number];
  @Note({ max: 4000, optional: true, description: 'Stored sealed.' })
  readonly note?: string;
  @OnDay({ optional: true, description: 'The day the request came; today unless told otherwise. Not in the future.' })
  readonly receivedOn?: Day;
}

/** The request as it is recorded, with what was not said filled in. */
export function detailsOf(
  requestId: string,
  {
    receivedOn: _,
    askedBy = 'self',
    availability = [],
    urgency = 'normal',
    kind = 'one-off',
    ...rest
  }: Partial<Omit<RequestDetails, 'about'>> &
    Pick<RequestDetails, 'languages' | 'topics'> & { readonly receivedOn?: Day },
): RequestDetails {
  return { ...rest, about: rest.newcomerId ?? requestId, askedBy, availability, urgency, kind };
}

/** The same running number names the same request, however its letters are written. */
export function requestIdOf(scope: TenantScope, code: string): string {
  return deriveId('request', scope.tenant, code.normalize('NFC').toLocaleUpperCase('de'));
}
