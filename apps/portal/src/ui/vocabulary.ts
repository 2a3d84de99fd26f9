/** The codes that forms offer. */
export const topicCodes = [
  'public-authorities',
  'forms',
  'health',
  'language',
  'school',
  'childcare',
  'housing',
  'work',
  'public-transport',
  'energy',
  'leisure',
] as const;
export type TopicCode = (typeof topicCodes)[number];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = `${(typeof weekdays)[number]}-${(typeof weekParts)[number]}`;
export const dayParts: readonly DayPart[] = weekdays.flatMap((day) =>
  weekParts.map((part) => `${day}-${part}` as const),
);

export const languageCodes = [
  ...(['de', 'en', 'ar', 'fa', 'uk', 'ru', 'tr', 'ku', 'ps', 'so', 'ti', 'am'] as const),
  ...(['fr', 'es', 'sq', 'sr', 'ro', 'bg', 'pl', 'ur'] as const),
];

export const genders = ['female', 'male', 'diverse', 'unknown'] as const;
