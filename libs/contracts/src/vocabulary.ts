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
export type RoleWish = (typeof roleWishes)[number];

/** One-off help, or a long-term godparenthood (Patenschaft). */
export const placementKinds = ['one-off', 'long-term'] as const;
export type PlacementKind = (typeof placementKinds)[number];

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
