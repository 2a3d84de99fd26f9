import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalidInput } from './problem.js';

/** Turns bodies and queries into their classes; anything unknown or wrong is named, field by field. */
export const inputPipe = new ValidationPipe({
  transform: true,
  whitelist: true,
  forbidNonWhitelisted: true,
  exceptionFactory: (errors) => invalidInput(errors.flatMap((error) => problemsOf(error, ''))),
});

function problemsOf(error: ValidationError, prefix: string): { field: string; problem: string }[] {
  const field = `${prefix}${error.property}`;
  const own = Object.values(error.constraints ?? {}).map((problem) => ({ field, problem }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, `${field}.`))];
}
