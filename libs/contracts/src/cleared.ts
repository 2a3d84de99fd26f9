/** A change that may also say what there is no longer. */
export interface Clearing {
  readonly cleared?: readonly string[];
}

/** What is known after a change: fields that it names are replaced, fields that it clears are gone. */
export function applyChange<Known extends object>(known: Known, { cleared = [], ...change }: Clearing): Known {
  const all = Object.entries({ ...known, ...change });
  return Object.fromEntries(all.filter(([name]) => !cleared.includes(name))) as Known;
}

/** The part of a change that somebody needs: `fields` of it, and of those the cleared ones. */
export function partOfChange<Field extends string>(
  change: Clearing & { readonly [Name in Field]?: unknown },
  fields: readonly Field[],
) {
  const parts = fields.filter((name) => change[name] !== undefined).map((name) => [name, change[name]]);
  const cleared = fields.filter((name) => change.cleared?.includes(name));
  return { ...Object.fromEntries(parts), ...(cleared.length > 0 ? { cleared } : {}) } as unknown;
}
