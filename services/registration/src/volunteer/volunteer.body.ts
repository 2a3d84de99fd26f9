import { dayParts, genders, roleWishes, topicCodes } from '@lotsennetz/contracts';
import {
  Amount,
  Email,
  Flag,
  invalidInput,
  Languages,
  Language,
  OneOf,
  Phone,
  PostalCode,
  SomeOf,
  Text,
  WholeNumber,
} from '@lotsennetz/platform';
import type { Day } from '@lotsennetz/kernel';
import type { ProfileChange } from './volunteer.stream.js';

/** The fields of a volunteer that forms and offices send; all optional here, for a change of profile. */
export class ProfileBody implements ProfileChange {
  @Text({ max: 100, optional: true })
  readonly givenName?: string;
  @Text({ max: 100, optional: true })
  readonly familyName?: string;
  @Email({ optional: true })
  readonly email?: string;
  @Phone({ optional: true })
  readonly phone?: string;
  @Language({ optional: true, description: 'Language for messages.' })
  readonly preferredLanguage?: string;
  @PostalCode({ optional: true })
  readonly postalCode?: string;
  @Text({ max: 100, optional: true })
  readonly town?: string;
  @WholeNumber({ min: 1900, max: 2100, optional: true })
  readonly birthYear?: number;
  @OneOf(genders, { optional: true })
  readonly gender?: (typeof genders)[number];
  @Languages({ optional: true })
  readonly languages?: string[];
  @SomeOf(topicCodes, { optional: true })
  readonly topics?: string[];
  @SomeOf(dayParts, { optional: true, description: 'Parts of a week with time to help.' })
  readonly availability?: (typeof dayParts)[number][];
  @WholeNumber({ min: 0, max: 20, optional: true, description: 'How many placements at a time.' })
  readonly capacity?: number;
  @Amount({ min: 0, max: 500, optional: true })
  readonly maxDistanceKm?: number;
  @Text({ max: 100, optional: true, description: 'Organisation that carries the volunteer, such as AWO.' })
  readonly carrier?: string;
  @Flag({ optional: true })
  readonly ownMigrationExperience?: boolean;
  @SomeOf(roleWishes, { optional: true })
  readonly roleWishes?: (typeof roleWishes)[number][];
}

/** @throws Problem 400 for a year of birth that has not come yet. */
export function mustBeBorn({ birthYear }: Pick<ProfileBody, 'birthYear'>, today: Day): void {
  if (birthYear !== undefined && birthYear > Number(today.slice(0, 4)))
    throw invalidInput([{ field: 'birthYear', problem: 'must not lie in the future' }]);
}
