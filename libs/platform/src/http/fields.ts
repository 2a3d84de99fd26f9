import { isDay } from '@lotsennetz/kernel';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
} from 'class-validator';
import { documented, languageTag, type FieldOptions } from './field-kind.js';

/** One decorator for each kind of input field: it validates, documents, and turns text into the right type. */

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
// Control characters have no place in a name and end up in mails, file names and spreadsheets.
const noControlCharacters = Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '$property must not hold control characters' });

/** A line of text; white space around it is cut off. */
export const Text = (
  options: FieldOptions & { readonly max: number; readonly min?: number; readonly pattern?: RegExp },
) => {
  const { min = 1, max, pattern } = options;
  const checks = pattern ? [Matches(pattern)] : [];
  return documented(
    options,
    { type: String, minLength: min, maxLength: max, ...(pattern ? { pattern: pattern.source } : {}) },
    trimmed,
    IsString(),
    Length(min, max),
    noControlCharacters,
    ...checks,
  );
};

/** Several lines of text. */
export const Note = (options: FieldOptions & { readonly max: number }) =>
  documented(
    options,
    { type: String, maxLength: options.max },
    IsString(),
    Length(0, options.max),
    Matches(/^[^\p{Cs}\0]*$/u),
  );

export const Email = (options: FieldOptions = {}) =>
  documented(
    options,
    { type: String, format: 'email', maxLength: 254 },
    trimmed,
    IsEmail(),
    Length(3, 254),
    noControlCharacters,
  );

export const Phone = (options: FieldOptions = {}) =>
  Text({ ...options, min: 3, max: 40, pattern: /^[+0-9][0-9 ()/.-]*$/ });

/** German postal code. */
export const PostalCode = (options: FieldOptions = {}) => Text({ ...options, min: 5, max: 5, pattern: /^\d{5}$/ });

/** `YYYY-MM-DD`, a day that exists. */
export const OnDay = (options: FieldOptions = {}) =>
  documented(
    options,
    { type: String, format: 'date' },
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day such as 2015-03-31',
      },
    }),
  );

/** A moment, ISO-8601 with `Z` or an offset; kernel `instant` turns it into UTC. */
export const Moment = (options: FieldOptions = {}) =>
  documented(
    options,
    { type: String, format: 'date-time' },
    ValidateBy({
      name: 'isMoment',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isMoment(value),
        defaultMessage: () => '$property must be a moment such as 2015-03-31T08:00:00Z',
      },
    }),
  );

function isMoment(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    isDay(text.slice(0, 10)) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** `HH:MM` */
export const ClockTime = (options: FieldOptions = {}) =>
  documented(options, { type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }, Matches(/^([01]\d|2[0-3]):[0-5]\d$/));

export const WholeNumber = (options: FieldOptions & { readonly min: number; readonly max: number }) =>
  documented(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt(),
    Min(options.min),
    Max(options.max),
  );

export const Amount = (options: FieldOptions & { readonly min: number; readonly max: number }) =>
  documented(
    options,
    { type: Number, minimum: options.min, maximum: options.max },
    IsNumber(),
    Min(options.min),
    Max(options.max),
  );

export const Flag = (options: FieldOptions = {}) => documented(options, { type: Boolean }, IsBoolean());

export const OneOf = (codes: readonly string[], options: FieldOptions = {}) =>
  documented(options, { type: String, enum: [...codes] }, IsIn(codes));

export const Language = (options: FieldOptions = {}) =>
  documented(options, { type: String, pattern: languageTag.source }, Matches(languageTag));

export const Id = (options: FieldOptions = {}) => documented(options, { type: String, format: 'uuid' }, IsUUID('all'));

/** Query parameters come as text. */
export const FromQuery = () => Type(() => Number);
