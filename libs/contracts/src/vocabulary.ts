/** Codes that several services and their forms share. Values are stored and sent: they only grow. */

export const genders = ['female', 'male', 'diverse', 'unknown'] as const;
export type Gender = (typeof genders)[number];

export const dayParts = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].flatMap((weekday) =>
  ['morning', 'afternoon', 'evening'].map((part) => `${weekday}-${part}` as DayPart),
);
/** One of 21 parts of a week, such as `mon-morning`. */
export type DayPart = `${'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'}-${'morning' | 'afternoon' | 'evening'}`;

export const urgencies = ['normal', 'high', 'immediate'] as const;
export type Urgency = (typeof urgencies)[number];

/** Fields of help; the German word is what rosters and screens show. */
export const topics = {
  'public-authorities': 'Behörde',
  health: 'Arzt',
  forms: 'Formulare',
  childcare: 'Kita',
  school: 'Schule',
  housing: 'Wohnung',
  work: 'Arbeit',
  energy: 'Strom/Gas',
  'public-transport': 'ÖPNV',
  language: 'Sprache',
  leisure: 'Freizeit',
} as const;
export type Topic = keyof typeof topics;
export const topicCodes = Object.keys(topics) as readonly Topic[];

/** What a volunteer would like to be (Wolfenbüttel, Dortmund). */
export const roleWishes = ['godparent', 'neighbourhood-help', 'welcome-cafe', 'language-support'] as const;

/** One-off help, or a long-term godparenthood (Patenschaft). */
export const placementKinds = ['one-off', 'long-term'] as const;

export const tenantKinds = ['county', 'municipality', 'association'] as const;
export type TenantKind = (typeof tenantKinds)[number];

export const roles = [
  'coordinator',
  'trainer',
  'carrier-manager',
  'analyst',
  'administrator',
  'volunteer',
  'newcomer',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/** Roles that run a tenant's work. People who hold one sign in with a second factor. */
export const staffRoles = ['coordinator', 'trainer', 'carrier-manager', 'analyst', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Roles that open a person's own things and nothing else. */
export const selfRoles = ['volunteer', 'newcomer'] as const;
export type SelfRole = (typeof selfRoles)[number];

/** Whose law of data protection binds a tenant: public bodies and AWO, Caritas, Diakonie. */
export const legalRegimes = ['DSGVO', 'KDG', 'DSG-EKD'] as const;
export type LegalRegime = (typeof legalRegimes)[number];

/** ISO 3166-2, for public holidays. */
export const federalStates = [
  'DE-BB',
  'DE-BE',
  'DE-BW',
  'DE-BY',
  'DE-HB',
  'DE-HE',
  'DE-HH',
  'DE-MV',
  'DE-NI',
  'DE-NW',
  'DE-RP',
  'DE-SH',
  'DE-SL',
  'DE-SN',
  'DE-ST',
  'DE-TH',
] as const;
export type FederalState = (typeof federalStates)[number];

/** Kinds of data with a retention period of their own, counted from the last thing that happened to them. */
export const retentionKinds = [
  'declined-interests',
  'former-volunteers',
  'newcomers',
  'messages',
  'former-staff',
  'access-log',
] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/** What a town may open to its county beyond suppressed figures. None of it holds names. */
export const oversightFields = ['exact-figures', 'courses', 'shortages'] as const;
export type OversightField = (typeof oversightFields)[number];

/** What two tenants may share by agreement. */
export const sharedThings = ['courses'] as const;
export type SharedThing = (typeof sharedThings)[number];

/** First path segments; a token may be limited to some. */
export const serviceNames = ['registration', 'training', 'matching', 'notifications', 'reporting'] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Whose data it is: somebody who helps, a household of the office, one known by its request alone, or who works for a tenant (by the id of the membership). */
export const subjectKinds = ['volunteer', 'newcomer', 'request', 'staff'] as const;
export type SubjectKind = (typeof subjectKinds)[number];
