import type { MessageKey, Words } from '../../i18n/index.js';

type Codes<Area extends string> = MessageKey extends infer Key
  ? Key extends `${Area}.${infer Code}`
    ? Code
    : never
  : never;

const words = {
  role: ['coordinator', 'trainer', 'carrier-manager', 'analyst', 'administrator', 'operator', 'volunteer', 'newcomer'],
  seen: ['name', 'contact', 'background', 'note', 'export'],
  purpose: [
    ...(['casework', 'matching', 'course', 'contact', 'statistics', 'data-protection', 'complaint'] as const),
    ...(['oversight', 'operation', 'own-data', 'public'] as const),
  ],
} as const satisfies {
  readonly role: readonly Codes<'look.role'>[];
  readonly seen: readonly Codes<'look.seen'>[];
  readonly purpose: readonly Codes<'look.purpose'>[];
};

/** What a code of the access log means; undefined for one that a later platform has brought. */
export function wordFor(area: keyof typeof words, code: string, { t }: Words): string | undefined {
  const known: readonly string[] = words[area];
  return known.includes(code) ? t(`look.${area}.${code}` as 'look.seen.name') : undefined;
}
