import fc from 'fast-check';
import { kindsFor } from './harvest.js';
import { resolve, type ApiDocument, type Schema } from './api-document.js';

/** Stands for something that exists when the request is sent; `choice` says which. */
export interface Existing {
  readonly existing: readonly string[];
  readonly choice: number;
}

/** Many more than there ever are of one kind, so that each comes up as often. */
export const anyChoice = fc.nat(1_000_000);

export function isExisting(value: unknown): value is Existing {
  return typeof value === 'object' && value !== null && 'existing' in value && 'choice' in value;
}

const names = ['Rosa', 'Walid', 'Zeynep', 'Олександра', 'محمد', 'Łucja', '王小明', 'Jean-Luc', "O'Neill", '=Formel'];

/** Values that the schema allows. `name` is the field's, which tells what an id names. */
export function validValue(document: ApiDocument, named: Schema, name: string): fc.Arbitrary<unknown> {
  const schema = resolve(document, named);
  if (schema.enum) return fc.constantFrom<unknown>(...schema.enum);
  switch (schema.type) {
    case 'string':
      return validText(schema, name);
    case 'integer':
      return smallFirst(schema, (min, max) => fc.integer({ min, max }));
    case 'number':
      return smallFirst(schema, (min, max) => fc.double({ min, max, noNaN: true }));
    case 'boolean':
      return fc.boolean();
    case 'array':
      return validList(document, schema, name);
    case undefined:
    default:
      return schema.properties ? validRecord(document, schema) : fc.constant({});
  }
}

function validText(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const { minLength = 0, maxLength = 60 } = schema;
  if (schema.format === 'uuid')
    return fc.nat(1_000).map((choice): Existing => ({ existing: kindsFor(name, ''), choice }));
  if (schema.format === 'date') return day;
  if (schema.format === 'date-time') return day.map((on) => `${on}T08:00:00Z`);
  if (schema.format === 'email') return fc.nat(500).map((number) => `fuzz.${number}@example.org`);
  if (schema.pattern)
    return fc
      .stringMatching(new RegExp(schema.pattern), { size: 'small' })
      .filter((text) => text.length >= minLength && text.length <= (schema.maxLength ?? 200));
  const words = fc.constantFrom(...names).map((word) => word.padEnd(minLength, 'x').slice(0, maxLength));
  const codes = fc.nat(1_000).map((choice): Existing => ({ existing: [name], choice }));
  return fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: /[cC]ode$|^after$|^cursor$/.test(name) ? 6 : 0, arbitrary: codes },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) }),
    },
  );
}

const day = fc
  .integer({ min: 0, max: 4_300 })
  .map((days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10));

function smallFirst(
  { minimum = 0, maximum = 1_000 }: Schema,
  between: (min: number, max: number) => fc.Arbitrary<number>,
): fc.Arbitrary<number> {
  return fc.oneof(between(minimum, Math.min(maximum, minimum + 5)), between(minimum, maximum));
}

function validList(document: ApiDocument, schema: Schema, name: string): fc.Arbitrary<unknown> {
  const item = validValue(document, schema.items ?? {}, name.replace(/s$/, ''));
  const { minItems = 0, maxItems = 8 } = schema;
  return fc.uniqueArray(item, {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 4),
    selector: (value) => JSON.stringify(value),
  });
}

function validRecord(document: ApiDocument, { properties = {}, required = [] }: Schema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, validValue(document, field, name)]),
  );
  return fc.record(fields, { requiredKeys: [...required] });
}
