import type { Role } from '@lotsennetz/contracts';
import type { Purpose } from '@lotsennetz/kernel';
import { auditPurposes } from './audit-purposes.js';
import type { Look } from './access-log.js';

/** A word in the languages of the platform. */
export interface Words {
  readonly de: string;
  readonly en: string;
}

const roleWords: Readonly<Record<Role, Words>> = {
  coordinator: { de: 'Koordination', en: 'coordination' },
  trainer: { de: 'Kursleitung', en: 'course trainer' },
  'carrier-manager': { de: 'Leitung beim Träger', en: 'management of the carrier' },
  analyst: { de: 'Auswertung', en: 'analysis' },
  administrator: { de: 'Verwaltung', en: 'administration' },
  volunteer: { de: 'Sie selbst', en: 'yourself' },
  newcomer: { de: 'Sie selbst', en: 'yourself' },
  operator: { de: 'technischer Betrieb', en: 'technical operation' },
};

/** People with an account, as others read of them. */
const acquaintedWords = {
  volunteer: { de: 'Wer Sie begleitet', en: 'whoever accompanies you' },
  newcomer: { de: 'Wen Sie begleiten', en: 'whom you accompany' },
} as const;

const seenWords: Readonly<Record<Purpose, Words>> = {
  name: { de: 'Name', en: 'name' },
  contact: { de: 'Kontaktdaten', en: 'contact details' },
  background: { de: 'persönlicher Hintergrund', en: 'personal background' },
  note: { de: 'Notizen', en: 'notes' },
  export: { de: 'eine Auskunft über alles', en: 'an export of everything' },
};

/** A look as its person reads it: which role of which organisation, never which member of staff. */
export interface TellableLook {
  readonly at: string;
  readonly roles: readonly (Words & { readonly code: Role })[];
  /** `acquainted`: somebody with an account of their own, because of a placement. */
  readonly relation: Look['relation'] | 'acquainted';
  readonly organisation: string;
  readonly purpose: Words & { readonly code: string };
  /** What a grant to another tenant was given for, in the words of who gave it. */
  readonly grantedFor: string | null;
  readonly seen: readonly (Words & { readonly code: Purpose })[];
  readonly sentence: Words;
}

/** Puts a look into words; `organisation` is the name of whom the caller acted for. */
export function tell(look: Look, organisation: string): TellableLook {
  const relation = isOfAnother(look) ? 'acquainted' : look.relation;
  const words = relation === 'acquainted' ? { ...roleWords, ...acquaintedWords } : roleWords;
  const roles = look.roles.map((code) => ({ code, ...words[code] }));
  const seen = look.seen.map((code) => ({ code, ...seenWords[code] }));
  const purpose = { code: look.purpose, ...auditPurposes[look.purpose] };
  const sentence = (
    language: keyof Words,
    { saw, nobody, why }: Readonly<Record<'saw' | 'nobody' | 'why', string>>,
  ) => {
    const who = [...new Set(roles.map((role) => role[language]))].join(', ') || nobody;
    const what = seen.map((kind) => kind[language]).join(', ');
    const place = ['self', 'acquainted', 'public'].includes(relation) ? '' : ` (${organisation})`;
    return `${who}${place} ${saw}: ${what}. ${why}: ${purpose[language]}.`;
  };
  return {
    ...{ at: look.at, roles, relation, organisation, purpose, seen },
    grantedFor: look.grantedFor ?? null,
    sentence: {
      de: sentence('de', { saw: 'sah', nobody: 'Jemand ohne Anmeldung', why: 'Zweck' }),
      en: sentence('en', { saw: 'saw', nobody: 'Somebody not signed in', why: 'Purpose' }),
    },
  };
}

/** Whether somebody who asked for their own things saw this person: the two know each other. */
function isOfAnother({ relation, self, subject }: Look): boolean {
  return relation === 'self' && self !== undefined && self !== subject;
}
