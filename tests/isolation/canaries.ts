import fc from 'fast-check';
import { operationsOf, resolve, type ApiDocument, type Operation, type Schema } from '../fuzz/api-document.js';
import type { Harvest } from '../fuzz/harvest.js';
import { knownBody } from '../fuzz/known-bodies.js';
import { render, type Parties } from '../fuzz/render.js';
import { requestPlan } from '../fuzz/request-plan.js';
import { validValue } from '../fuzz/valid-values.js';
import type { HttpClient } from '../http-client.js';

/** A text that stands in one tenant's data and nowhere else. */
export function canaryOf(tenant: string): string {
  return `Kanarie${tenant}vogel`;
}

/** A tenant of the test, who attacks the others and is attacked by them. */
export interface Party {
  readonly tenant: string;
  readonly tokens: ReadonlyMap<string, string>;
  /** Headers of the browsers in which people with these roles are signed in. */
  readonly sessions: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** What there is at the tenant. */
  readonly harvest: Harvest;
}

/** As `render` wants it: both sides the party itself. */
export function alone(party: Party): Parties {
  return { own: party, other: { ...party, token: party.tokens.get('administrator') ?? '' } };
}

const rounds = 6;

/**
 * Creates things of every kind the document knows, with the canary in each free text: names, notes, titles, carriers.
 * Answers how many operations took some, so that a change of the document that makes planting fail is noticed.
 */
export async function plant(http: HttpClient, document: ApiDocument, party: Party): Promise<number> {
  const creating = operationsOf(document).filter(
    ({ method, bodyType }) => method === 'POST' && bodyType === 'application/json',
  );
  const took = new Set<string>();
  // Some need what others create.
  for (let round = 0; round < rounds; round++)
    for (const operation of creating) {
      const [plan] = fc.sample(requestPlan(document, operation), { seed: round, numRuns: 1 });
      if (!plan) continue;
      const [value] = fc.sample(bodyOf(document, operation, party.tenant), { seed: round, numRuns: 1 });
      const path = Object.fromEntries(
        Object.entries(plan.path).map(([name, part]) => [
          name,
          part.kind === 'foreign' ? { ...part, kind: 'existing' as const } : part,
        ]),
      );
      const usual = { caller: 'permitted', tenant: 'own', query: [], rawQuery: undefined, headers: {} } as const;
      const { message } = render({ ...plan, ...usual, path, body: { kind: 'valid', value } }, alone(party));
      const { status, text } = await http.send(message);
      if (status >= 300) continue;
      took.add(operation.name);
      party.harvest.take(message.path, JSON.parse(text));
    }
  return took.size;
}

function bodyOf(document: ApiDocument, operation: Operation, tenant: string): fc.Arbitrary<unknown> {
  const body = knownBody(operation.name) ?? validValue(document, operation.body ?? {}, '');
  return body.map((value) => marked(document, operation.body ?? {}, { value, mark: canaryOf(tenant) }));
}

/** The value with the mark in every text that may be any text. */
function marked(
  document: ApiDocument,
  named: Schema,
  { value, mark }: { readonly value: unknown; readonly mark: string },
): unknown {
  const schema = resolve(document, named);
  if (typeof value === 'string') {
    const free = schema.type === 'string' && !schema.enum && !schema.format && !schema.pattern;
    return free && mark.length <= (schema.maxLength ?? mark.length) && !/^[A-Z]+-\d+$/.test(value) ? mark : value;
  }
  if (Array.isArray(value)) return value.map((item) => marked(document, schema.items ?? {}, { value: item, mark }));
  if (typeof value !== 'object' || value === null || 'existing' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      marked(document, schema.properties?.[name] ?? {}, { value: field, mark }),
    ]),
  );
}
