import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';

/** What every input field may say of itself. */
export interface FieldOptions {
  readonly optional?: true;
  readonly description?: string;
}

// Unlike IsOptional, null is not absence: nothing may be stored as null.
const absentOr = ValidateIf((_, value: unknown) => value !== undefined);
// A class that demands what its parent left optional would inherit the parent's condition, and with it the leave to be absent.
const always = ValidateIf(() => true);

/** A decorator that checks the field and tells the API's description of it. */
export function documented(
  options: FieldOptions,
  shape: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const described = { ...shape, ...(options.description ? { description: options.description } : {}) };
  return options.optional
    ? applyDecorators(absentOr, ApiPropertyOptional(described), ...checks)
    : applyDecorators(always, ApiProperty({ ...described, required: true } as ApiPropertyOptions), ...checks);
}

/** A BCP 47 tag. */
export const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
