import fc from 'fast-check';
import type { ApiDocument, Operation } from './api-document.js';
import { bodyPlan, type BodyPlan } from './body-plan.js';
import { mostly } from './mostly.js';
import { pathPart, tenantPart, type PathPart, type TenantPart } from './path-parts.js';
import { queryValues, strangeParameter, strangeQueries } from './query-values.js';
import { someHeaders } from './some-headers.js';

/** Who sends it. `lesser`: own tenant, but none of the roles that may. */
export type Caller = 'permitted' | 'nobody' | 'unknown' | 'malformed' | 'foreign' | 'lesser';

/** A request before it is known what exists. Made by fast-check, so that a seed makes the same again. */
export interface RequestPlan {
  readonly operation: Operation;
  readonly caller: Caller;
  readonly tenant: TenantPart;
  readonly path: Readonly<Record<string, PathPart>>;
  readonly query: readonly (readonly [name: string, value: unknown])[];
  /** Goes behind the query as it stands, not encoded. */
  readonly rawQuery: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyPlan;
}

/** Mostly what somebody permitted would send, and now and then strange in one place or several. */
export function requestPlan(document: ApiDocument, operation: Operation): fc.Arbitrary<RequestPlan> {
  const inPath = operation.parameters.filter((each) => each.in === 'path' && each.name !== 'tenant');
  const inQuery = operation.parameters.filter((each) => each.in === 'query');
  return fc.record({
    operation: fc.constant(operation),
    caller: mostly<Caller>(12, 'permitted', ['nobody', 'unknown', 'malformed', 'foreign', 'lesser']),
    tenant: tenantPart,
    path: fc.record(Object.fromEntries(inPath.map((each) => [each.name, pathPart(operation, each)]))),
    query: fc
      .tuple(...inQuery.map((each) => queryValues(document, each)), strangeParameter)
      .map((values) => values.flat()),
    rawQuery: mostly<string | undefined>(80, undefined, strangeQueries),
    headers: someHeaders,
    body: bodyPlan(document, operation),
  });
}
