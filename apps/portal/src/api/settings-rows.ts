import type { Answer, Row } from './answers.js';

export const legalRegimes = ['DSGVO', 'KDG', 'DSG-EKD'] as const;
export type LegalRegime = (typeof legalRegimes)[number];

/** ISO 3166-2 with the official names, which are the same in every language. */
export const federalStates = [
  ['DE-BW', 'Baden-Württemberg'],
  ['DE-BY', 'Bayern'],
  ['DE-BE', 'Berlin'],
  ['DE-BB', 'Brandenburg'],
  ['DE-HB', 'Bremen'],
  ['DE-HH', 'Hamburg'],
  ['DE-HE', 'Hessen'],
  ['DE-MV', 'Mecklenburg-Vorpommern'],
  ['DE-NI', 'Niedersachsen'],
  ['DE-NW', 'Nordrhein-Westfalen'],
  ['DE-RP', 'Rheinland-Pfalz'],
  ['DE-SL', 'Saarland'],
  ['DE-SN', 'Sachsen'],
  ['DE-ST', 'Sachsen-Anhalt'],
  ['DE-SH', 'Schleswig-Holstein'],
  ['DE-TH', 'Thüringen'],
] as const;
export type FederalState = (typeof federalStates)[number][0];

/** Kinds of data that the retention clock proposes to delete, with the months that hold unless a tenant says otherwise. */
export const usualMonths = {
  'declined-interests': 6,
  'former-volunteers': 36,
  newcomers: 36,
  messages: 12,
} as const;
export type TimedKind = keyof typeof usualMonths;
export const timedKinds = Object.keys(usualMonths) as readonly TimedKind[];

export type RetentionPeriod = NonNullable<TenantSettings['retention']>[number];

export type TenantSettings = Answer<'/registration/{tenant}/settings'>;

export type OfficeRow = Row<'/registration/{tenant}/offices'>;
