import { isDay, isInstant } from './calendar.js';
import type { Field, Shape } from './schema.js';
import { isSealed } from './sealed.js';

/** Whether stored or received data fits a shape: every field there and right, none unknown, personal values sealed. */
export function conforms(shape: Shape, data: unknown): boolean {
  return misfits(shape, data).length === 0;
}

/** What does not fit, a line each: the path of the field and what it should be, never its value. */
export function misfits(shape: Shape, data: unknown, prefix = ''): readonly string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [`${prefix || 'data'}: not a record`];
  const values = data as Readonly<Record<string, unknown>>;
  const path = (name: string) => (prefix ? `${prefix}.${name}` : name);
  const unknown = Object.keys(values)
    .filter((name) => !Object.hasOwn(shape, name))
    .map((name) => `${path(name)}: not in the shape`);
  const wrong = Object.entries(shape).flatMap(([name, field]) => {
    if (Object.hasOwn(values, name) && values[name] !== undefined) return misfitsOf(field, values[name], path(name));
    return field.optional ? [] : [`${path(name)}: missing`];
  });
  return [...unknown, ...wrong];
}

function misfitsOf(field: Field, value: unknown, path: string): readonly string[] {
  if (field.kind === 'record') return misfits(field.fields ?? {}, value, path);
  if (field.kind === 'list') {
    const { item } = field;
    if (!Array.isArray(value) || !item) return [`${path}: not a list`];
    return value.flatMap((entry, index) => misfitsOf(item, entry, `${path}.${index}`));
  }
  return fits(field, value) ? [] : [`${path}: not ${describe(field)}`];
}

const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
const topic = /^[a-z]+(-[a-z]+)*$/;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case 'id':
      return isText(value) && value.length > 0;
    case 'code':
      return isText(value) && (field.codes?.includes(value) ?? false);
    case 'language':
      return isText(value) && language.test(value);
    case 'topic':
      return isText(value) && topic.test(value);
    case 'day':
      return isText(value) && isDay(value);
    case 'instant':
      return isText(value) && isInstant(value);
    case 'time':
      return isText(value) && time.test(value);
    case 'public-text':
      return isText(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'personal':
      return isSealed(value) && value.purpose === field.purpose;
    case 'list':
    case 'record':
      return false;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function describe({ kind, codes, purpose }: Field): string {
  if (kind === 'code') return `one of ${codes?.join(', ') ?? ''}`;
  if (kind === 'personal') return `sealed for ${purpose ?? ''}`;
  return `of kind ${kind}`;
}
