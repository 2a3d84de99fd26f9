import fc from 'fast-check';
import type { ApiDocument, Operation } from './api-document.js';
import { csvBody } from './csv-bodies.js';
import { brokenBodies, hostileValue } from './hostile-values.js';
import { knownBody } from './known-bodies.js';
import { mutated } from './mutation.js';
import { anyChoice, validValue } from './valid-values.js';

/** What a request carries; `wrong-type` says of itself that it is something else, `huge` is more than the platform takes. */
export type BodyPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid' | 'mutated'; readonly value: unknown }
  | { readonly kind: 'text' | 'wrong-type'; readonly text: string; readonly type: string | undefined }
  | { readonly kind: 'csv'; readonly bytes: Buffer }
  | { readonly kind: 'huge' };

const wrongTypes = [
  'text/plain',
  'application/xml',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'text/csv',
  'application/json; charset=utf-16',
  'nonsense',
  undefined,
];
const wrong = fc.constantFrom(...wrongTypes).map((type): BodyPlan => ({ kind: 'wrong-type', text: '{"a":1}', type }));

/** Mostly what the operation takes, often with one place of it spoilt; now and then nothing that it could read. */
export function bodyPlan(document: ApiDocument, operation: Operation): fc.Arbitrary<BodyPlan> {
  if (operation.method === 'GET') return fc.constant({ kind: 'none' });
  const type = operation.bodyType ?? 'application/json';
  const broken = fc.constantFrom(...brokenBodies).map((text): BodyPlan => ({ kind: 'text', text, type }));
  return type === 'text/csv' ? rosterPlan(operation, broken) : jsonPlan(document, operation, broken);
}

function rosterPlan({ path }: Operation, broken: fc.Arbitrary<BodyPlan>): fc.Arbitrary<BodyPlan> {
  return fc.oneof(
    { weight: 12, arbitrary: csvBody(path).map((bytes): BodyPlan => ({ kind: 'csv', bytes })) },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: broken },
  );
}

function jsonPlan(
  document: ApiDocument,
  { name, body }: Operation,
  broken: fc.Arbitrary<BodyPlan>,
): fc.Arbitrary<BodyPlan> {
  const fromSchema = body ? validValue(document, body, '') : fc.constant({});
  const known = knownBody(name);
  const valid = known ? fc.oneof(fromSchema, { weight: 2, arbitrary: known }) : fromSchema;
  return fc.oneof(
    { weight: 10, arbitrary: valid.map((value): BodyPlan => ({ kind: 'valid', value })) },
    {
      weight: 8,
      arbitrary: fc
        .tuple(valid, anyChoice, hostileValue)
        .map(([value, where, hostile]): BodyPlan => ({ kind: 'mutated', value: mutated(value, where, hostile) })),
    },
    { weight: 1, arbitrary: hostileValue.map((value): BodyPlan => ({ kind: 'mutated', value })) },
    { weight: 2, arbitrary: broken },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: fc.constant<BodyPlan>({ kind: 'none' }) },
  );
}
