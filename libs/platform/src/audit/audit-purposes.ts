import type { Relation } from '../access/relation.js';

/** Why somebody looks: the code a caller gives in `x-purpose`, and what a person is told. */
export const auditPurposes = {
  casework: { de: 'tägliche Arbeit der Stelle', en: 'daily work of the office' },
  matching: { de: 'Vermittlung einer Begleitung', en: 'finding a guide' },
  course: { de: 'Kurs und Bescheinigung', en: 'course and certificate' },
  contact: { de: 'Kontaktaufnahme', en: 'getting in touch' },
  statistics: { de: 'Bericht und Statistik', en: 'report and statistics' },
  'data-protection': { de: 'Auskunft, Berichtigung oder Löschung', en: 'access, correction or erasure' },
  complaint: { de: 'Beschwerde oder Vorfall', en: 'complaint or incident' },
  oversight: { de: 'Aufsicht durch den Kreis', en: 'oversight by the county' },
  operation: { de: 'technischer Betrieb', en: 'technical operation' },
  'own-data': { de: 'eigene Daten', en: 'own data' },
  public: { de: 'öffentliche Prüfung einer Bescheinigung', en: 'public check of a certificate' },
} as const satisfies Record<string, { readonly de: string; readonly en: string }>;

export type AuditPurpose = keyof typeof auditPurposes;

/** Whether a caller may give this reason. */
export function isAuditPurpose(text: string): text is AuditPurpose {
  return Object.hasOwn(auditPurposes, text);
}

const byRelation = {
  member: 'casework',
  self: 'own-data',
  oversight: 'oversight',
  operator: 'operation',
  'signed-in': 'own-data',
  public: 'public',
} as const satisfies Record<Relation, AuditPurpose>;

/** Where a caller says nothing, the way they stand to the tenant says why they look. */
export function purposeOf(relation: Relation): AuditPurpose {
  return byRelation[relation];
}
