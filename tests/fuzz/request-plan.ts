import fc from 'fast-check';
import type { ApiDocument, Operation, Parameter } from './api-document.js';
import { csvBody } from './csv-bodies.js';
import { kindsFor } from './harvest.js';
import { brokenBodies, hostileText, hostileValue } from './hostile-values.js';
import { knownBody } from './known-bodies.js';
import { mutated } from './mutation.js';
import { queryPairs } from './plain-plan.js';
import { validValue, type Existing } from './valid-values.js';

/** Who sends it. `lesser`: own tenant, but none of the roles that may. */
export type Caller = 'permitted' | 'nobody' | 'unknown' | 'malformed' | 'foreign' | 'lesser';

/** What stands in the place of a path parameter. */
export type PathPart =
  | { readonly kind: 'existing'; readonly value: Existing }
  | { readonly kind: 'foreign'; readonly value: Existing }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raw'; readonly text: string };

export type BodyPlan =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid' | 'mutated'; readonly value: unknown }
  | { readonly kind: 'text' | 'wrong-type'; readonly text: string; readonly type: string | undefined }
  | { readonly kind: 'csv'; readonly bytes: Buffer }
  | { readonly kind: 'huge' };

/** A request before it is known what exists. Made by fast-check, so that a seed makes the same again. */
export interface RequestPlan {
  readonly operation: Operation;
  readonly caller: Caller;
  readonly tenant: 'own' | 'other' | PathPart;
  readonly path: Readonly<Record<string, PathPart>>;
  readonly query: readonly (readonly [name: string, value: unknown])[];
  readonly rawQuery: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyPlan;
}

const choice = fc.nat(1_000_000);

export function requestPlan(document: ApiDocument, operation: Operation): fc.Arbitrary<RequestPlan> {
  const inPath = operation.parameters.filter((each) => each.in === 'path' && each.name !== 'tenant');
  const inQuery = operation.parameters.filter((each) => each.in === 'query');
  return fc.record({
    operation: fc.constant(operation),
    caller: mostly<Caller>(12, 'permitted', ['nobody', 'unknown', 'malformed', 'foreign', 'lesser']),
    tenant: tenant,
    path: fc.record(Object.fromEntries(inPath.map((each) => [each.name, pathPart(operation, each)]))),
    query: fc
      .tuple(...inQuery.map((each) => queryValues(document, each)), strangeParameter)
      .map((values) => values.flat()),
    rawQuery: mostly<string | undefined>(80, undefined, [
      '%',
      'limit=%E0%A4%A',
      '&&&=',
      'limit[]=1',
      'a'.repeat(5_000),
    ]),
    headers,
    body: bodyPlan(document, operation),
  });
}

const tenant: fc.Arbitrary<RequestPlan['tenant']> = fc.oneof(
  { weight: 40, arbitrary: fc.constant('own' as const) },
  { weight: 1, arbitrary: fc.constant('other' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<PathPart>({ kind: 'text', text: 'nirgendwo' }, { kind: 'text', text: '__proto__' }),
  },
  { weight: 1, arbitrary: hostilePart() },
);

function pathPart(operation: Operation, { name }: Parameter): fc.Arbitrary<PathPart> {
  const existing = kindsFor(name, operation.path);
  const some = choice.map((chosen): Existing => ({ existing, choice: chosen }));
  const numbers = fc.integer({ min: 1, max: 4 }).map((number): PathPart => ({ kind: 'text', text: `${number}` }));
  return fc.oneof(
    {
      weight: 16,
      arbitrary: /^(n|number)$/.test(name) ? numbers : some.map((value): PathPart => ({ kind: 'existing', value })),
    },
    { weight: 1, arbitrary: some.map((value): PathPart => ({ kind: 'foreign', value })) },
    { weight: 1, arbitrary: fc.constant<PathPart>({ kind: 'unknown' }) },
    { weight: 1, arbitrary: hostilePart() },
  );
}

function hostilePart(): fc.Arbitrary<PathPart> {
  const raw = [
    '%',
    '%E0%A4%A',
    '%ED%A0%80',
    '%00',
    '..',
    '.',
    '%2e%2e%2f',
    '%2F',
    'a'.repeat(300),
    '%C0%AF',
    ';x=1',
    '',
  ];
  return fc.oneof(
    fc.constantFrom(...raw).map((text): PathPart => ({ kind: 'raw', text })),
    hostileText.map((text): PathPart => ({ kind: 'text', text: text.slice(0, 400) })),
  );
}

function queryValues(document: ApiDocument, parameter: Parameter): fc.Arbitrary<(readonly [string, unknown])[]> {
  const { name, schema, required } = parameter;
  const value = validValue(document, schema, name);
  const one = queryPairs(document, parameter);
  return fc.oneof(
    { weight: required ? 2 : 20, arbitrary: fc.constant<(readonly [string, unknown])[]>([]) },
    { weight: required ? 20 : 5, arbitrary: one },
    { weight: 1, arbitrary: hostileText.map((text): (readonly [string, unknown])[] => [[name, text]]) },
    { weight: 1, arbitrary: fc.tuple(value, value).map((both) => both.map((each) => [name, each] as const)) },
  );
}

const strangeParameter = mostly<(readonly [string, unknown])[]>(
  30,
  [],
  [[['unknown', '1']], [['__proto__', 'x']], [['limit', 'NaN']]],
);

const headers: fc.Arbitrary<Readonly<Record<string, string>>> = fc.oneof(
  { weight: 30, arbitrary: fc.constant({}) },
  {
    weight: 10,
    arbitrary: fc.constantFrom<Record<string, string>>(
      { 'if-match': '"0"' },
      { 'if-match': '"1"' },
      { 'if-match': '"99999999999999999999"' },
      { 'if-match': '*' },
      { 'if-match': 'W/"1"' },
      { range: 'bytes=0-10' },
      { range: 'bytes=-1,5-2,x' },
      { accept: 'application/xml' },
      { accept: 'text/csv' },
      { accept: '*/*;q=NaN' },
      { 'accept-encoding': 'gzip, zstd;q=9' },
      { 'idempotency-key': 'a'.repeat(201) },
      { 'idempotency-key': 'mit leerzeichen' },
      { traceparent: '00-zz-zz-zz' },
      { 'x-forwarded-for': '"><script>' },
      { 'x-http-method-override': 'DELETE' },
      { 'accept-language': 'ar;q=1e9' },
      { 'accept-version': '99' },
      { 'content-encoding': 'gzip' },
      { origin: 'https://example.org' },
      { host: 'example.org' },
      { 'x-large': 'a'.repeat(20_000) },
    ),
  },
  { weight: 10, arbitrary: fc.nat(400).map((number) => ({ 'idempotency-key': `fuzz-${number}` })) },
  { weight: 10, arbitrary: fc.uuid().map((key) => ({ 'idempotency-key': key })) },
);

function bodyPlan(document: ApiDocument, operation: Operation): fc.Arbitrary<BodyPlan> {
  if (operation.method === 'GET') return fc.constant({ kind: 'none' });
  const type = operation.bodyType ?? 'application/json';
  const wrong = fc
    .constantFrom(
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'text/csv',
      'application/json; charset=utf-16',
      'nonsense',
      undefined,
    )
    .map((sent): BodyPlan => ({ kind: 'wrong-type', text: '{"a":1}', type: sent }));
  const broken = fc.constantFrom(...brokenBodies).map((text): BodyPlan => ({ kind: 'text', text, type }));
  if (type === 'text/csv')
    return fc.oneof(
      { weight: 12, arbitrary: csvBody(operation.path).map((bytes): BodyPlan => ({ kind: 'csv', bytes })) },
      { weight: 1, arbitrary: wrong },
      { weight: 1, arbitrary: broken },
    );
  const fromSchema = operation.body ? validValue(document, operation.body, '') : fc.constant({});
  const known = knownBody(operation.name);
  const valid = known ? fc.oneof(fromSchema, { weight: 2, arbitrary: known }) : fromSchema;
  return fc.oneof(
    { weight: 10, arbitrary: valid.map((value): BodyPlan => ({ kind: 'valid', value })) },
    {
      weight: 8,
      arbitrary: fc
        .tuple(valid, choice, hostileValue)
        .map(([value, where, hostile]): BodyPlan => ({ kind: 'mutated', value: mutated(value, where, hostile) })),
    },
    { weight: 1, arbitrary: hostileValue.map((value): BodyPlan => ({ kind: 'mutated', value })) },
    { weight: 2, arbitrary: broken },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: fc.constant<BodyPlan>({ kind: 'none' }) },
  );
}

/** `usual` so many times as often as all the others together. */
function mostly<Value>(times: number, usual: Value, others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: times, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}
