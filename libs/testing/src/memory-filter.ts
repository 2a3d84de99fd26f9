import type { Condition, Filter } from '@lotsennetz/kernel';

/** The field at a dotted path; undefined when it is absent or null. */
export function fieldAt(row: unknown, path: string): unknown {
  let value = row;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  }
  return value ?? undefined;
}

/** Whether the row meets every condition. */
export function matches(row: unknown, filter: Filter = {}): boolean {
  return Object.entries(filter).every(([path, condition]) => meets(fieldAt(row, path), condition));
}

function meets(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition;
  if ('in' in condition) return condition.in.some((each) => each === value);
  if ('has' in condition) return Array.isArray(value) && value.includes(condition.has);
  if ('not' in condition) return value !== condition.not;
  return compares(value, condition);
}

function compares(value: unknown, { gt, gte, lt, lte }: Extract<Condition, { readonly gt?: unknown }>): boolean {
  const bounds = [gt, gte, lt, lte].filter((bound) => bound !== undefined);
  if (bounds.some((bound) => typeof bound !== typeof value)) return false;
  return (
    (gt === undefined || compareValues(value, gt) > 0) &&
    (gte === undefined || compareValues(value, gte) >= 0) &&
    (lt === undefined || compareValues(value, lt) < 0) &&
    (lte === undefined || compareValues(value, lte) <= 0)
  );
}

/** Order of values as stores have it: absent ones first, numbers before text, text by code point. */
export function compareValues(a: unknown, b: unknown): number {
  const byType = rank(a) - rank(b);
  if (byType !== 0) return byType;
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  return Number(a ?? 0) - Number(b ?? 0);
}

function rank(value: unknown): number {
  if (value === undefined || value === null) return 0;
  return typeof value === 'string' ? 2 : 1;
}
