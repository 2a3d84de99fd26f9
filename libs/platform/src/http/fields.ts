import { isDay } from '@lotsennetz/kernel';
import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  ValidateIf,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

/** One decorator for each kind of input field: it validates, documents, and turns text into the right type. */

interface Common {
  readonly optional?: true;
  readonly description?: string;
}

// Unlike IsOptional, null is not absence: nothing may be stored as null.
const absentOr = ValidateIf((_, value: unknown) => value !== undefined);
// A class that demands what its parent left optional would inherit the parent's condition, and with it the leave to be absent.
const always = ValidateIf(() => true);
const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);
// Control characters have no place in a name and end up in mails, file names and spreadsheets.
const noControlCharacters = Matches(/^[^\p{Cc}\p{Cs}]*$/u, { message: '$property must not hold control characters' });

function documented(options: Common, shape: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const described = { ...shape, ...(options.description ? { description: options.description } : {}) };
  return options.optional
    ? applyDecorators(absentOr, ApiPropertyOptional(described), ...checks)
    : applyDecorators(always, ApiProperty({ ...described, required: true } as ApiPropertyOptions), ...checks);
}

/** A line of text; white space around it is cut off. */
export const Text = (options: Common & { readonly max: number; readonly min?: number; readonly pattern?: RegExp }) => {
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
export const Note = (options: Common & { readonly max: number }) =>
  documented(
    options,
    { type: String, maxLength: options.max },
    IsString(),
    Length(0, options.max),
    Matches(/^[^\p{Cs}\0]*$/u),
  );

export const Email = (options: Common = {}) =>
  documented(
    options,
    { type: String, format: 'email', maxLength: 254 },
    trimmed,
    IsEmail(),
    Length(3, 254),
    noControlCharacters,
  );

export const Phone = (options: Common = {}) => Text({ ...options, min: 3, max: 40, pattern: /^[+0-9][0-9 ()/.-]*$/ });

/** German postal code. */
export const PostalCode = (options: Common = {}) => Text({ ...options, min: 5, max: 5, pattern: /^\d{5}$/ });

/** `YYYY-MM-DD`, a day that exists. */
export const OnDay = (options: Common = {}) =>
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
export const Moment = (options: Common = {}) =>
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
export const ClockTime = (options: Common = {}) =>
  documented(options, { type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }, Matches(/^([01]\d|2[0-3]):[0-5]\d$/));

export const WholeNumber = (options: Common & { readonly min: number; readonly max: number }) =>
  documented(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt(),
    Min(options.min),
    Max(options.max),
  );

export const Amount = (options: Common & { readonly min: number; readonly max: number }) =>
  documented(
    options,
    { type: Number, minimum: options.min, maximum: options.max },
    IsNumber(),
    Min(options.min),
    Max(options.max),
  );

export const Flag = (options: Common = {}) => documented(options, { type: Boolean }, IsBoolean());

export const OneOf = (codes: readonly string[], options: Common = {}) =>
  documented(options, { type: String, enum: [...codes] }, IsIn(codes));

export const SomeOf = (codes: readonly string[], options: Common & { readonly max?: number } = {}) =>
  documented(
    options,
    { type: String, enum: [...codes], isArray: true },
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(options.max ?? 50),
    IsIn(codes, { each: true }),
  );

/** BCP 47 tags, such as `ar` or `zh-Hant`. */
export const Languages = (options: Common = {}) =>
  documented(
    options,
    { type: String, isArray: true, maxItems: 30, items: { type: 'string', pattern: languageTag.source } },
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(30),
    IsString({ each: true }),
    Matches(languageTag, { each: true }),
  );

export const Language = (options: Common = {}) =>
  documented(options, { type: String, pattern: languageTag.source }, Matches(languageTag));

export const Id = (options: Common = {}) => documented(options, { type: String, format: 'uuid' }, IsUUID('all'));

export const Ids = (options: Common & { readonly max: number }) =>
  documented(
    options,
    { type: String, format: 'uuid', isArray: true, maxItems: options.max },
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(options.max),
    IsUUID('all', { each: true }),
  );

/** A list of records, each checked by its own class. */
export const Records = (of: () => Class, options: Common & { readonly min?: number; readonly max: number }) =>
  documented(
    options,
    // An arrow of this name: by it the document generator tells a late type from a class.
    { type: () => of(), isArray: true, minItems: options.min ?? 0, maxItems: options.max },
    IsArray(),
    ArrayMaxSize(options.max),
    ValidateNested({ each: true }),
    Type(of),
  );

/** Query parameters come as text. */
export const FromQuery = () => Type(() => Number);

/** A query parameter that may be repeated: named once, it comes without a list around it. */
export const RepeatedInQuery = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
