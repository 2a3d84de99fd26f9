import type { Field, Shape } from '@lotsennetz/kernel';

/** Who reads what was written in an older shape: other services, or our own code over its own history. */
export type Readers = 'others' | 'ourselves';

/**
 * What would break readers of the released shape, a line each; empty when it has only grown. New optional fields and
 * further codes are growth; so is, in a history of our own, that a field may now be absent: the compiler shows us where.
 */
export function breaches(released: Shape, present: Shape, readers: Readers, prefix = ''): readonly string[] {
  const lost = Object.keys(released)
    .filter((name) => !Object.hasOwn(present, name))
    .map((name) => `${prefix}${name}: removed or renamed`);
  const demanded = Object.entries(present)
    .filter(([name, field]) => !Object.hasOwn(released, name) && !field.optional)
    .map(([name]) => `${prefix}${name}: new, and required; older events do not have it`);
  const changed = Object.entries(released).flatMap(([name, field]) => {
    const now = present[name];
    return now && Object.hasOwn(present, name) ? breachesOf(field, now, readers, `${prefix}${name}`) : [];
  });
  return [...lost, ...demanded, ...changed];
}

function breachesOf(released: Field, present: Field, readers: Readers, path: string): readonly string[] {
  if (released.kind !== present.kind) return [`${path}: was ${released.kind}, is ${present.kind}`];
  const missingCodes = (released.codes ?? []).filter((code) => !present.codes?.includes(code));
  return [
    ...(released.optional && !present.optional ? [`${path}: was optional, is required`] : []),
    ...(readers === 'others' && !released.optional && present.optional ? [`${path}: was required, is optional`] : []),
    ...(released.purpose !== present.purpose
      ? [`${path}: was sealed for ${released.purpose}, is for ${present.purpose}`]
      : []),
    ...(released.subject !== present.subject ? [`${path}: is about somebody else`] : []),
    ...missingCodes.map((code) => `${path}: the code '${code}' was removed`),
    ...(released.item && present.item ? breachesOf(released.item, present.item, readers, `${path}[]`) : []),
    ...(released.fields && present.fields ? breaches(released.fields, present.fields, readers, `${path}.`) : []),
  ];
}
