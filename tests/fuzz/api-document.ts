import type { HttpClient } from '../http-client.js';

/** The part of JSON Schema that the platform's document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly (string | number)[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly [type: string]: { readonly schema?: Schema };
}

export interface DocumentedOperation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly 'x-roles'?: readonly string[];
  readonly 'x-need'?: string;
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

/** One operation as the fuzzer needs it. */
export interface Operation {
  /** `POST /registration/{tenant}/volunteers` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Media type of the body it takes; undefined: none. */
  readonly bodyType: string | undefined;
  readonly body: Schema | undefined;
  /** Who may call; undefined: anybody. */
  readonly roles: readonly string[] | undefined;
  /** Its 2xx answer promises id, revision and position. */
  readonly answersWrite: boolean;
  readonly documented: DocumentedOperation;
}

export async function readDocument(http: HttpClient): Promise<ApiDocument> {
  const { text } = await http.send({ method: 'GET', path: '/api/openapi.json' });
  return JSON.parse(text) as ApiDocument;
}

// A run that revokes the tokens it calls with proves nothing afterwards.
const endsTheRun = new Set(['/registration/{tenant}/tokens/{id}/revoke']);

/** Every operation that a token of a tenant can reach; who else reaches what is the matrix's matter. */
export function operationsOf(document: ApiDocument): readonly Operation[] {
  return Object.entries(document.paths)
    .filter(([path]) => !endsTheRun.has(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, { 'x-need': need = 'roles' }]) => ['roles', 'public', 'platform'].includes(need))
        .map(([method, documented]) => operationOf(document, path, { method: method.toUpperCase(), documented })),
    );
}

function operationOf(
  document: ApiDocument,
  path: string,
  { method, documented }: { readonly method: string; readonly documented: DocumentedOperation },
): Operation {
  const [bodyType, body] = Object.entries(documented.requestBody?.content ?? {})[0] ?? [];
  return {
    name: `${method} ${path}`,
    method,
    path,
    parameters: documented.parameters ?? [],
    bodyType,
    body: body?.schema,
    roles: isPublic(documented) ? undefined : (documented['x-roles'] ?? []),
    answersWrite: Object.values(documented.responses).some(({ content }) => promisesRevision(document, content)),
    documented,
  };
}

function promisesRevision(document: ApiDocument, content: Content | undefined): boolean {
  const schema = content?.['application/json']?.schema;
  const required = schema ? (resolve(document, schema).required ?? []) : [];
  return required.includes('revision') && required.includes('position');
}

export function isPublic({ security }: DocumentedOperation): boolean {
  return security?.some((requirement) => Object.keys(requirement).length === 0) ?? false;
}

/** The schema that a reference or a single `allOf` stands for. */
export function resolve(document: ApiDocument, schema: Schema): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (!reference) return schema;
  return document.components.schemas[reference.slice(reference.lastIndexOf('/') + 1)] ?? {};
}
