import type { de } from './de/index.js';

/** German is the original; what it says decides which keys and slots there are. */
type German = typeof de;
export type MessageKey = keyof German;

/** One form for each plural category of the language; `other` always. */
export type PluralForms = { readonly other: string } & { readonly [Rule in Intl.LDMLPluralRule]?: string };
export type Message = string | PluralForms;

/** What every language must say where German says this. A key that is missing does not compile. */
export type SaidAs<Area> = { readonly [Key in keyof Area]: Area[Key] extends string ? string : PluralForms };
export type Messages = SaidAs<German>;

type SlotsIn<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
type SlotsOf<Key extends MessageKey> = German[Key] extends { readonly other: infer Other }
  ? SlotsIn<Other> | 'count'
  : SlotsIn<German[Key]>;

/** The values a message needs: `{count}` decides on the plural form. */
export type Slots<Key extends MessageKey> = [SlotsOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<SlotsOf<Key>, string | number>>];
