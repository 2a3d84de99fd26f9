import type { components, paths } from './schema.js';

/** What a read answers, as the services declare it: `schema.d.ts` is made of the types that their controllers return. */
export type Answer<Path extends Reads> = ReadOnly<paths[Path]['get']['responses'][200]['content']['application/json']>;

/** One of the list that a read answers. */
export type Row<Path extends Lists> = Answer<Path>['items'][number];

/** What lists answer. */
export interface Page<Of> {
  readonly items: readonly Of[];
  readonly next: string | null;
}

/** What every write answers. */
export type Written = Readonly<components['schemas']['WriteAnswer']>;

interface ReadOf<Body> {
  readonly get: { readonly responses: { readonly 200: { readonly content: { readonly 'application/json': Body } } } };
}
type PathsThatAnswer<Body> = { [Path in keyof paths]: paths[Path] extends ReadOf<Body> ? Path : never }[keyof paths];
type Reads = PathsThatAnswer<object>;
type Lists = PathsThatAnswer<{ readonly items: readonly object[] }>;

/** No screen changes what it was answered. */
type ReadOnly<Value> = Value extends readonly (infer Item)[]
  ? readonly ReadOnly<Item>[]
  : Value extends object
    ? { readonly [Field in keyof Value]: ReadOnly<Value[Field]> }
    : Value;
