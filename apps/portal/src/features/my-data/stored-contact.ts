import { textOf } from '../../api/own-rows.js';
import type { PersonalText } from '../../api/personal-text.js';
import type { MessageKey, Words } from '../../i18n/index.js';
import { languagesIn } from '../../ui/code-words.js';
import type { Contact } from '../../ui/contact-fields.js';
import { filled } from '../../ui/form.js';

type Sealed = 'givenName' | 'familyName' | 'email' | 'phone';
type Plain = 'preferredLanguage' | 'postalCode' | 'town';
type Stored = { readonly [Field in Sealed]?: PersonalText } & { readonly [Field in Plain]?: string };

/** How somebody is called and reached, as fields of a form. */
export function contactOf(row: Stored): Contact {
  return {
    givenName: textOf(row.givenName),
    familyName: textOf(row.familyName),
    email: textOf(row.email),
    phone: textOf(row.phone),
    preferredLanguage: row.preferredLanguage ?? '',
    postalCode: row.postalCode ?? '',
    town: row.town ?? '',
  };
}

/** The part of a body that says how somebody is reached. */
export function reachBody({ email, phone, preferredLanguage, postalCode, town }: Partial<Contact>) {
  return filled({ email, phone, preferredLanguage, postalCode, town });
}

/** Which of these fields were emptied: what they said is there no longer. */
export function clearedIn<Field extends string>(
  change: { readonly [Name in Field]?: string },
  fields: readonly Field[],
): { readonly clear?: Field[] } {
  const clear = fields.filter((name) => change[name] === '');
  return clear.length > 0 ? { clear } : {};
}

const labels = {
  givenName: 'person.given-name',
  familyName: 'person.family-name',
  email: 'person.email',
  phone: 'person.phone',
  preferredLanguage: 'person.language-for-messages',
  postalCode: 'person.postal-code',
  town: 'person.town',
} as const satisfies Readonly<Record<keyof Contact, MessageKey>>;

/** A field of these and what stands in it, as people say it. */
export function tellContact(field: keyof Contact, values: Contact, words: Words): readonly [string, string] {
  const value = values[field];
  return [words.t(labels[field]), field === 'preferredLanguage' && value ? languagesIn(words, [value]) : value];
}

/** Whether a field of a longer form is one of these. */
export function isOfContact(field: string): field is keyof Contact {
  return field in labels;
}
