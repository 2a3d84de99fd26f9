import { canonical } from '@lotsennetz/kernel';

/**
 * The fields of a change that are not so already. Values that were erased differ from every other.
 * A form sends back all it shows: what nobody has touched is no correction and must not be told as one.
 */
export function whatDiffers<Change extends object>(change: Change, current: object): Partial<Change> {
  const known = new Map<string, unknown>(Object.entries(current));
  const differs = ([name, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(canonical(value)) !== JSON.stringify(canonical(known.get(name)));
  return Object.fromEntries(Object.entries(change).filter(differs)) as Partial<Change>;
}

/** Which of these are there to be cleared: what a person has never said cannot be taken back. */
export function whatIsThere<Field extends string>(fields: readonly Field[] | undefined, current: object): Field[] {
  return (fields ?? []).filter((name) => name in current);
}
