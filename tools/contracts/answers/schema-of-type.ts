import ts from 'typescript';

/** A schema of OpenAPI 3.0, as far as answers need it. */
export interface AnswerSchema {
  readonly type?: 'string' | 'number' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly nullable?: true;
  readonly enum?: readonly (string | number | boolean)[];
  readonly oneOf?: readonly AnswerSchema[];
  readonly items?: AnswerSchema;
  readonly properties?: Readonly<Record<string, AnswerSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: AnswerSchema;
}

/** Where types are looked up: brands and mapped types mean something only to the checker. */
export interface Lookup {
  readonly checker: ts.TypeChecker;
  readonly at: ts.Node;
}

/** The JSON that a value of this type is sent as. @throws Error for what says nothing (`any`, `object`) or is no JSON. */
function schemaOfType(type: ts.Type, lookup: Lookup): AnswerSchema {
  if (type.isUnion()) return schemaOfTypes(type.types, lookup);
  return literalSchema(type) ?? primitiveSchema(type) ?? objectSchema(type, lookup);
}

function literalSchema(type: ts.Type): AnswerSchema | undefined {
  if (type.isStringLiteral()) return { type: 'string', enum: [type.value] };
  if (type.isNumberLiteral()) return { type: 'number', enum: [type.value] };
  if (type.flags & ts.TypeFlags.BooleanLiteral)
    return { type: 'boolean', enum: [(type as ts.Type & { readonly intrinsicName: string }).intrinsicName === 'true'] };
  return undefined;
}

function primitiveSchema(type: ts.Type): AnswerSchema | undefined {
  // A brand is a primitive that carries a name: only the primitive is sent.
  const parts = type.isIntersection() ? type.types : [type];
  if (parts.some(({ flags }) => flags & ts.TypeFlags.StringLike)) return { type: 'string' };
  if (parts.some(({ flags }) => flags & ts.TypeFlags.NumberLike)) return { type: 'number' };
  if (parts.some(({ flags }) => flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean' };
  return type.flags & ts.TypeFlags.Unknown ? {} : undefined;
}

/** The same for one of several types. */
export function schemaOfTypes(types: readonly ts.Type[], lookup: Lookup): AnswerSchema {
  const sent = types.filter((type) => !isNull(type) && !isAbsent(type));
  const each = sent.map((type) => schemaOfType(type, lookup));
  const schema = oneOf([...literalsTogether(each), ...each.filter((schema) => !schema.enum)]);
  return types.some(isNull) ? { ...schema, nullable: true } : schema;
}

function isNull({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Null) !== 0;
}

function isAbsent({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never)) !== 0;
}

function oneOf(schemas: readonly AnswerSchema[]): AnswerSchema {
  // In an order of their own: that of the checker depends on which files it has read before.
  const distinct = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]));
  const sorted = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, schema]) => schema);
  return sorted.length === 1 && sorted[0] ? sorted[0] : { oneOf: sorted };
}

function literalsTogether(schemas: readonly AnswerSchema[]): readonly AnswerSchema[] {
  return (['string', 'number', 'boolean'] as const).flatMap((type): readonly AnswerSchema[] => {
    const values = schemas.filter((schema) => schema.type === type).flatMap((schema) => schema.enum ?? []);
    if (values.length === 0) return [];
    return type === 'boolean' && values.length === 2 ? [{ type }] : [{ type, enum: [...values].sort() }];
  });
}

function objectSchema(type: ts.Type, lookup: Lookup): AnswerSchema {
  const { checker, at } = lookup;
  if (checker.isArrayType(type) || checker.isTupleType(type))
    return { type: 'array', items: schemaOfTypes(checker.getTypeArguments(type as ts.TypeReference), lookup) };
  const toJson = type.getProperty('toJSON');
  const written = toJson && checker.getTypeOfSymbolAtLocation(toJson, at).getCallSignatures()[0];
  if (written) return schemaOfType(written.getReturnType(), lookup);
  if (!isRecord(type)) throw new Error(`no answer can be described by the type ${checker.typeToString(type)}`);
  const values = type.getStringIndexType();
  const fields = type.getProperties().flatMap((property) => fieldOf(property, lookup));
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    type: 'object',
    ...(fields.length > 0 ? { properties: Object.fromEntries(fields.map(({ name, schema }) => [name, schema])) } : {}),
    ...(required.length > 0 ? { required } : {}),
    ...(values ? { additionalProperties: schemaOfType(values, lookup) } : {}),
  };
}

function isRecord(type: ts.Type): boolean {
  if (['Map', 'Set', 'ReadonlyMap', 'ReadonlySet'].includes(type.getSymbol()?.name ?? '')) return false;
  return (
    (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 && type.getCallSignatures().length === 0
  );
}

/** Nothing for a field that is never there. */
function fieldOf(property: ts.Symbol, lookup: Lookup) {
  const type = lookup.checker.getTypeOfSymbolAtLocation(property, lookup.at);
  const values = type.isUnion() ? type.types : [type];
  const sent = values.filter((value) => !isAbsent(value));
  if (sent.length === 0) return [];
  const description = ts.displayPartsToString(property.getDocumentationComment(lookup.checker));
  const schema = type.isUnion() ? schemaOfTypes(sent, lookup) : schemaOfType(type, lookup);
  const required = (property.flags & ts.SymbolFlags.Optional) === 0 && sent.length === values.length;
  return [{ name: property.name, required, schema: description === '' ? schema : { ...schema, description } }];
}
