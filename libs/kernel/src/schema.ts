import type { Day, Instant } from './calendar.js';
import type { Personal, Purpose } from './sealed.js';

/**
 * What an event's field holds and whether it is personal. There is no way to declare a plain string:
 * each text is an id, a code, a date, public text, or personal with a purpose, so nobody can forget to say.
 */
export interface Field<Value = unknown> {
  readonly kind: FieldKind;
  readonly optional?: true;
  readonly purpose?: Purpose;
  /** The sibling field that names the person; absent: the stream's own id. */
  readonly subject?: string;
  readonly codes?: readonly string[];
  readonly item?: Field;
  readonly fields?: Shape;
  /** Why a text is not personal; kept with the schema for the record of processing activities (Art. 30 DSGVO). */
  readonly because?: string;
  readonly __value?: Value;
}

type FieldKind =
  | 'id'
  | 'code'
  | 'language'
  | 'topic'
  | 'day'
  | 'instant'
  | 'time'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'public-text'
  | 'personal'
  | 'list'
  | 'record';
export type Shape = Readonly<Record<string, Field>>;

type ValueOf<Of> = Of extends Field<infer Value> ? Value : never;
type OptionalNames<Of extends Shape> = {
  [Name in keyof Of]: Of[Name] extends { readonly optional: true } ? Name : never;
}[keyof Of];

/** The TypeScript type of data in this shape. */
export type DataOf<Of extends Shape> = {
  readonly [Name in Exclude<keyof Of, OptionalNames<Of>>]: ValueOf<Of[Name]>;
} & {
  readonly [Name in OptionalNames<Of>]?: ValueOf<Of[Name]>;
};

export const id = <Id extends string = string>(): Field<Id> => ({ kind: 'id' });
export const code = <const Code extends string>(...codes: readonly Code[]): Field<Code> => ({ kind: 'code', codes });
/** BCP 47 tag. */
export const language = (): Field<string> => ({ kind: 'language' });
/** English kebab-case name of a field of help, such as `public-authorities`. */
export const topic = (): Field<string> => ({ kind: 'topic' });
export const day = (): Field<Day> => ({ kind: 'day' });
export const instant = (): Field<Instant> => ({ kind: 'instant' });
/** `HH:MM` on a wall clock. */
export const time = (): Field<string> => ({ kind: 'time' });
export const integer = (): Field<number> => ({ kind: 'integer' });
export const number = (): Field<number> => ({ kind: 'number' });
export const boolean = (): Field<boolean> => ({ kind: 'boolean' });
/** Text that says nothing about a person; `because` is the reason. */
export const publicText = (because: string): Field<string> => ({ kind: 'public-text', because });
/** A value about a person, sealed before it is stored. Any JSON value; text unless told otherwise. */
// NoInfer: without it the place a field stands in would decide its type, and `optional(personal(...))` would be unknown.
export const personal = <Value = string>(purpose: Purpose, subject?: string): Field<Personal<NoInfer<Value>>> => ({
  kind: 'personal',
  purpose,
  ...(subject ? { subject } : {}),
});
export const list = <Item>(item: Field<Item>): Field<readonly Item[]> => ({ kind: 'list', item });
export const record = <const Of extends Shape>(fields: Of): Field<DataOf<Of>> => ({ kind: 'record', fields });
export const optional = <Of extends Field>(field: Of): Of & { readonly optional: true } => ({
  ...field,
  optional: true,
});

/** Every personal field of a shape, also inside records and lists, with its path pattern (`members[].name`). */
export function personalFields(shape: Shape, prefix = ''): readonly { readonly path: string; readonly field: Field }[] {
  return Object.entries(shape).flatMap(([name, field]) => personalWithin(field, `${prefix}${name}`));
}

function personalWithin(field: Field, path: string): readonly { readonly path: string; readonly field: Field }[] {
  if (field.kind === 'personal') return [{ path, field }];
  if (field.kind === 'list' && field.item) return personalWithin(field.item, `${path}[]`);
  if (field.kind === 'record' && field.fields) return personalFields(field.fields, `${path}.`);
  return [];
}
