/** Figures by name, such as `volunteers.active`. */
export type Cells = Readonly<Record<string, number>>;

/** How figures hang together, so that nobody can work out one that is hidden from those that are shown. */
export interface Structure {
  /** Counts of people or households; only these are hidden when they are small. */
  readonly people: readonly string[];
  /** A total and parts that add up to it, or to no more than it. */
  readonly sums: readonly { readonly total: string; readonly parts: readonly string[] }[];
  /** Figures that say something of a count: hidden with it. */
  readonly about: Readonly<Record<string, readonly string[]>>;
}

const smallest = 5;
const isSmall = (value: number) => value > 0 && value < smallest;

/**
 * Which cells must be hidden before anybody outside the tenant reads them: every count of 1 to 4 people, and as many
 * others as it takes for none of these to follow from a total (complementary suppression; Statistisches Bundesamt,
 * Handbuch zur statistischen Geheimhaltung). Zero says nothing of anybody and stays. Pure; hides nothing twice.
 */
export function cellsToHide(cells: Cells, structure: Structure): ReadonlySet<string> {
  const hidden = new Set(structure.people.filter((name) => isSmall(cells[name] ?? 0)));
  for (let before = -1; hidden.size !== before;) {
    before = hidden.size;
    for (const { total, parts } of structure.sums) protectSum(cells, hidden, { total, parts });
    for (const [count, others] of Object.entries(structure.about))
      if (hidden.has(count)) for (const other of others) hidden.add(other);
  }
  return hidden;
}

/** From total and shown parts follows what the hidden ones are together: that must be several, and no small number. */
function protectSum(
  cells: Cells,
  hidden: Set<string>,
  { total, parts }: { readonly total: string; readonly parts: readonly string[] },
): void {
  const value = (name: string) => cells[name] ?? 0;
  const hiddenParts = () => parts.filter((name) => hidden.has(name));
  const isSafe = () => {
    const gone = hiddenParts();
    // A hidden total follows from its parts when they are all shown.
    if (hidden.has(total)) return gone.length > 0 || parts.length === 0;
    return gone.length === 0 || (gone.length > 1 && gone.reduce((sum, name) => sum + value(name), 0) >= smallest);
  };
  while (!isSafe()) {
    const shown = parts.filter((name) => !hidden.has(name) && value(name) > 0);
    const next = shown.sort((a, b) => value(a) - value(b))[0];
    if (next === undefined && hidden.has(total)) return;
    hidden.add(next ?? total);
  }
}
