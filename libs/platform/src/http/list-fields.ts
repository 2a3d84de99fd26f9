import type { Type as Class } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, IsUUID, Matches, ValidateNested } from 'class-validator';
import { documented, languageTag, type FieldOptions } from './field-kind.js';

/** Some of the codes, each once. */
export const SomeOf = (codes: readonly string[], options: FieldOptions & { readonly max?: number } = {}) =>
  documented(
    options,
    { type: String, enum: [...codes], isArray: true },
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(options.max ?? 50),
    IsIn(codes, { each: true }),
  );

/** BCP 47 tags, such as `ar` or `zh-Hant`. */
export const Languages = (options: FieldOptions = {}) =>
  documented(
    options,
    { type: String, isArray: true, maxItems: 30, items: { type: 'string', pattern: languageTag.source } },
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(30),
    IsString({ each: true }),
    Matches(languageTag, { each: true }),
  );

/** Ids, each once. */
export const Ids = (options: FieldOptions & { readonly max: number }) =>
  documented(
    options,
    { type: String, format: 'uuid', isArray: true, maxItems: options.max },
    IsArray(),
    ArrayUnique(),
    ArrayMaxSize(options.max),
    IsUUID('all', { each: true }),
  );

/** A list of records, each checked by its own class. */
export const Records = (of: () => Class, options: FieldOptions & { readonly min?: number; readonly max: number }) =>
  documented(
    options,
    // An arrow of this name: by it the document generator tells a late type from a class.
    { type: () => of(), isArray: true, minItems: options.min ?? 0, maxItems: options.max },
    IsArray(),
    ArrayMaxSize(options.max),
    ValidateNested({ each: true }),
    Type(of),
  );

/** A query parameter that may be repeated: named once, it comes without a list around it. */
export const RepeatedInQuery = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));
