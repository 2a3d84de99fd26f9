import fc from 'fast-check';
import type { ApiDocument, Parameter } from './api-document.js';
import { hostileText } from './hostile-values.js';
import { mostly } from './mostly.js';
import { validValue } from './valid-values.js';

type Pairs = (readonly [name: string, value: unknown])[];

/** Mostly what is required and nothing else; now and then a text that does not fit, or the same name twice. */
export function queryValues(document: ApiDocument, parameter: Parameter): fc.Arbitrary<Pairs> {
  const { name, schema, required } = parameter;
  const value = validValue(document, schema, name);
  const one = queryPairs(document, parameter);
  return fc.oneof(
    { weight: required ? 2 : 20, arbitrary: fc.constant<Pairs>([]) },
    { weight: required ? 20 : 5, arbitrary: one },
    { weight: 1, arbitrary: hostileText.map((text): Pairs => [[name, text]]) },
    { weight: 1, arbitrary: fc.tuple(value, value).map((both) => both.map((each) => [name, each] as const)) },
  );
}

/** A valid value; a list goes as its items, each with the name. */
export function queryPairs(document: ApiDocument, { name, schema }: Parameter): fc.Arbitrary<Pairs> {
  const value = validValue(document, schema, name);
  return value.map((each) => (Array.isArray(each) ? each : [each]).map((one: unknown) => [name, one] as const));
}

/** One that no operation knows, or that a careless reader of queries falls over. */
export const strangeParameter = mostly<Pairs>(30, [], [[['unknown', '1']], [['__proto__', 'x']], [['limit', 'NaN']]]);

/** Queries that cannot be decoded, name nothing, or are too long. */
export const strangeQueries = ['%', 'limit=%E0%A4%A', '&&&=', 'limit[]=1', 'a'.repeat(5_000)];
