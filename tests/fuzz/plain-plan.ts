import fc from 'fast-check';
import type { ApiDocument, Operation, Parameter } from './api-document.js';
import { csvBody } from './csv-bodies.js';
import { kindsFor } from './harvest.js';
import { knownBody } from './known-bodies.js';
import type { BodyPlan } from './body-plan.js';
import type { PathPart } from './path-parts.js';
import { queryPairs } from './query-values.js';
import type { RequestPlan } from './request-plan.js';
import { anyChoice, validValue, type Existing } from './valid-values.js';

/** A request as an office would send it: about what exists, with a body that fits, and nothing strange beside it. */
export function plainPlan(document: ApiDocument, operation: Operation): fc.Arbitrary<RequestPlan> {
  const inPath = operation.parameters.filter((each) => each.in === 'path' && each.name !== 'tenant');
  const asked = operation.parameters.filter((each) => each.in === 'query' && each.required);
  return fc.record({
    operation: fc.constant(operation),
    caller: fc.constant('permitted'),
    tenant: fc.constant('own'),
    path: fc.record(Object.fromEntries(inPath.map((each) => [each.name, existing(operation, each)]))),
    query: fc.tuple(...asked.map((each) => queryPairs(document, each))).map((values) => values.flat()),
    rawQuery: fc.constant(undefined),
    headers: fc.constant({}),
    body: bodyOf(document, operation),
  });
}

function existing(operation: Operation, { name }: Parameter): fc.Arbitrary<PathPart> {
  if (/^(n|number)$/.test(name)) return fc.constant({ kind: 'text', text: '1' });
  const kinds = kindsFor(name, operation.path);
  return anyChoice.map((choice) => ({ kind: 'existing', value: { existing: kinds, choice } satisfies Existing }));
}

function bodyOf(document: ApiDocument, { name, method, path, body, bodyType }: Operation): fc.Arbitrary<BodyPlan> {
  if (method === 'GET') return fc.constant({ kind: 'none' });
  if (bodyType === 'text/csv') return csvBody(path).map((bytes) => ({ kind: 'csv', bytes }));
  const valid = knownBody(name) ?? (body ? validValue(document, body, '') : fc.constant({}));
  return valid.map((value) => ({ kind: 'valid', value }));
}
