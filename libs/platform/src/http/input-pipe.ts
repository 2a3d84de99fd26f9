import { ValidationPipe, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { invalidInput } from './problem.js';

/** Single parameters: `:n` as number. */
const parameterPipe = new ValidationPipe({ transform: true });
const builtIn: ReadonlySet<unknown> = new Set([String, Number, Boolean, Array, Object, Buffer, Date]);

/**
 * Turns bodies and queries into their classes; anything unknown or wrong is named, field by field.
 * Nest's own pipe does it too, in twice the time (11 instead of 4 µs for a body with one day): it guards against
 * what JSON and query strings cannot hold, and awaits checks that are all synchronous.
 */
export const inputPipe: PipeTransform = {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const { metatype, type } = metadata;
    if (type === 'custom' || !metatype) return value;
    return builtIn.has(metatype) ? parameterPipe.transform(value, metadata) : checked(metatype, value, type);
  },
};

function checked(inputClass: Type, value: unknown, from: ArgumentMetadata['type']): unknown {
  const plain = value ?? {};
  if (typeof plain !== 'object' || Array.isArray(plain))
    throw invalidInput([{ field: from, problem: 'must be an object' }]);
  const input = plainToInstance(inputClass, plain) as object;
  const errors = validateSync(input, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) throw invalidInput(errors.flatMap((error) => problemsOf(error, '')));
  return input;
}

function problemsOf(error: ValidationError, prefix: string): { field: string; problem: string }[] {
  const field = `${prefix}${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((problem) => ({ field, problem }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, `${field}.`))];
}
