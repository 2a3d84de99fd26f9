/** What somebody has typed into a record: the fields they touched, and what stood there when they did. */
export interface Typed<Values> {
  readonly mine: Partial<Values>;
  readonly seen: Partial<Values>;
}

/** The record as the form shows it: what is stored, with what was typed over it. */
export function shownIn<Values extends object>(stored: Values, { mine }: Typed<Values>): Values {
  return { ...stored, ...mine };
}

/** After typing into some fields; what stood there when each was first touched is remembered. */
export function typeInto<Values extends object>(
  stored: Values,
  { mine, seen }: Typed<Values>,
  part: Partial<Values>,
): Typed<Values> {
  return { mine: { ...mine, ...part }, seen: { ...onlyOf(stored, Object.keys(part)), ...seen } };
}

/** The touched fields in which somebody else has stored something new meanwhile, other than what was typed. */
export function changedMeanwhile<Values extends object>(
  stored: Values,
  { mine, seen }: Typed<Values>,
): readonly (keyof Values & string)[] {
  return (Object.keys(mine) as (keyof Values & string)[]).filter(
    (name) => !same(stored[name], seen[name]) && !same(stored[name], mine[name]),
  );
}

/** Gives up what was typed into these fields. */
export function letGo<Values extends object>(
  { mine, seen }: Typed<Values>,
  names: readonly (keyof Values & string)[],
): Typed<Values> {
  const rest = Object.keys(mine).filter((name) => !names.some((each) => each === name));
  return { mine: onlyOf(mine, rest), seen: onlyOf(seen, rest) };
}

function onlyOf<Values extends object>(values: Values, names: readonly string[]): Partial<Values> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name))) as Partial<Values>;
}

// Texts and lists of texts, which is all a form has.
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
