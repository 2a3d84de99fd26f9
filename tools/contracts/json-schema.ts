import type { Field, Shape } from '@lotsennetz/kernel';

/** A part of a JSON schema, draft 7, as AsyncAPI has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Further fields are allowed: contracts grow, and readers pass over what they do not know. */
export function schemaOfShape(shape: Shape): JsonSchema {
  const entries = Object.entries(shape);
  const required = entries.filter(([, field]) => !field.optional).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, field]) => [name, schemaOfField(field)])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function schemaOfField(field: Field): JsonSchema {
  switch (field.kind) {
    case 'id':
      return { type: 'string', minLength: 1 };
    case 'code':
      return { type: 'string', enum: field.codes };
    case 'language':
      return { type: 'string', description: 'BCP 47', examples: ['de'] };
    case 'topic':
      return { type: 'string', pattern: '^[a-z]+(-[a-z]+)*$' };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'time':
      return { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'on a wall clock' };
    case 'integer':
      return { type: 'integer' };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'public-text':
      return { type: 'string', ...(field.because === undefined ? {} : { description: field.because }) };
    case 'personal':
      return sealedFor(field.purpose ?? '');
    case 'list':
      return { type: 'array', items: field.item ? schemaOfField(field.item) : {} };
    case 'record':
      return schemaOfShape(field.fields ?? {});
  }
}

function sealedFor(purpose: string): JsonSchema {
  return {
    allOf: [
      { $ref: '#/components/schemas/sealed' },
      { type: 'object', properties: { purpose: { type: 'string', const: purpose } } },
    ],
  };
}

/** `Sealed` of the kernel. */
export const sealedSchema: JsonSchema = {
  type: 'object',
  title: 'A value about a person, sealed',
  description:
    'AES-256-GCM under a key of the person and purpose, which readers of events do not have. Copied unchanged it can be opened wherever the key is; once the person is forgotten, nowhere.',
  properties: {
    sealed: { type: 'string', description: 'base64url of nonce, ciphertext and tag' },
    subject: { type: 'string', description: 'id of the person' },
    purpose: { type: 'string', description: 'what it may be opened for' },
    origin: { type: 'string', description: '<event id>/<field> it was first stored in' },
  },
  required: ['sealed', 'subject', 'purpose', 'origin'],
};
