import fc from 'fast-check';
import type { Operation, Parameter } from './api-document.js';
import { kindsFor } from './harvest.js';
import { hostileText } from './hostile-values.js';
import { anyChoice, type Existing } from './valid-values.js';

/** What stands in the place of the tenant: the one that is fuzzed, the other one, or neither. */
export type TenantPart = 'own' | 'other' | PathPart;

/** What stands in the place of a path parameter. */
export type PathPart =
  | { readonly kind: 'existing'; readonly value: Existing }
  | { readonly kind: 'foreign'; readonly value: Existing }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raw'; readonly text: string };

/** What no router may stumble over, sent as it stands here. */
const rawParts = [
  '%',
  '%E0%A4%A',
  '%ED%A0%80',
  '%00',
  '..',
  '.',
  '%2e%2e%2f',
  '%2F',
  'a'.repeat(300),
  '%C0%AF',
  ';x=1',
  '',
];

/** Mostly the tenant that is fuzzed. */
export const tenantPart: fc.Arbitrary<TenantPart> = fc.oneof(
  { weight: 40, arbitrary: fc.constant('own' as const) },
  { weight: 1, arbitrary: fc.constant('other' as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<PathPart>({ kind: 'text', text: 'nirgendwo' }, { kind: 'text', text: '__proto__' }),
  },
  { weight: 1, arbitrary: hostilePart() },
);

/** Mostly something that exists, of the kind that the parameter's name says. */
export function pathPart(operation: Operation, { name }: Parameter): fc.Arbitrary<PathPart> {
  const existing = kindsFor(name, operation.path);
  const some = anyChoice.map((chosen): Existing => ({ existing, choice: chosen }));
  const numbers = fc.integer({ min: 1, max: 4 }).map((number): PathPart => ({ kind: 'text', text: `${number}` }));
  return fc.oneof(
    {
      weight: 16,
      arbitrary: /^(n|number)$/.test(name) ? numbers : some.map((value): PathPart => ({ kind: 'existing', value })),
    },
    { weight: 1, arbitrary: some.map((value): PathPart => ({ kind: 'foreign', value })) },
    { weight: 1, arbitrary: fc.constant<PathPart>({ kind: 'unknown' }) },
    { weight: 1, arbitrary: hostilePart() },
  );
}

function hostilePart(): fc.Arbitrary<PathPart> {
  return fc.oneof(
    fc.constantFrom(...rawParts).map((text): PathPart => ({ kind: 'raw', text })),
    hostileText.map((text): PathPart => ({ kind: 'text', text: text.slice(0, 400) })),
  );
}
