import fc from 'fast-check';
import type { Existing } from './valid-values.js';

const existing = (...kinds: readonly string[]) =>
  fc.nat(1_000).map((choice): Existing => ({ existing: kinds, choice }));
const topics = fc.uniqueArray(fc.constantFrom('health', 'school', 'forms', 'work'), { minLength: 1, maxLength: 2 });
const languages = fc.uniqueArray(fc.constantFrom('de', 'ar', 'uk', 'fa'), { minLength: 1, maxLength: 3 });

/** A PNG of one pixel. */
const smallestPicture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Bodies whose fields must fit each other, which no schema says. They are what mutations start from. */
const knownBodies: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'POST /training/{tenant}/courses': fc.record({
    code: fc.nat(300).map((number) => `FUZZ-${number}`),
    title: fc.constant('Kurs'),
    town: fc.constantFrom('Siegen', 'Kreuztal'),
    seats: fc.integer({ min: 1, max: 5 }),
    waitingList: fc.boolean(),
    sessions: fc
      .uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 4 })
      .map((days) => days.sort((a, b) => a - b).map(session)),
  }),
  'POST /training/{tenant}/courses/{id}/sessions/{n}/attendance': fc.record({
    attendance: fc.array(fc.record({ volunteerId: existing('volunteerId', 'volunteer'), present: fc.boolean() }), {
      maxLength: 2,
    }),
  }),
  'POST /training/{tenant}/courses/{id}/enrolments': fc.record({ volunteerId: existing('volunteerId', 'volunteer') }),
  'POST /registration/{tenant}/agreements': fc.record({
    partner: fc.constantFrom('kreuztal', 'siegen', 'nirgendwo'),
    shares: fc.constant(['courses']),
  }),
  'POST /registration/{tenant}/oversights': fc.record({
    county: fc.constantFrom('kreis', 'kreuztal'),
    purpose: fc.constant('Integrationsbericht'),
    until: fc.constantFrom('2099-12-31', '2015-12-31'),
  }),
  'POST /registration/{tenant}/accounts': fc.record({
    role: fc.constant('volunteer'),
    personId: existing('volunteer'),
  }),
  'PUT /registration/{tenant}/logo': fc.constant({ picture: smallestPicture }),
  'POST /registration/{tenant}/volunteers/{id}/merge': fc.record({ into: existing('volunteer') }),
  'POST /registration/{tenant}/erasures': fc.record({
    subjectId: existing('volunteer'),
    kind: fc.constant('volunteer'),
    ground: fc.constant('consent-withdrawn'),
  }),
  'POST /registration/{tenant}/erasures/{id}/holds': fc.record({
    reason: fc.constant('funding-audit'),
    until: fc.constantFrom('2099-12-31', '2098-12-31'),
  }),
  'POST /registration/{tenant}/exports': fc.record({
    subjectId: existing('volunteer'),
    kind: fc.constant('volunteer'),
  }),
  'POST /registration/{tenant}/tokens': fc.record({ role: fc.constantFrom('analyst', 'trainer') }),
  'POST /matching/{tenant}/requests': fc.record(
    {
      languages,
      topics,
      newcomerId: existing('newcomerId', 'newcomer'),
      town: fc.constantFrom('Siegen', 'Kreuztal'),
      postalCode: fc.constantFrom('57072', '57223'),
      note: fc.string({ unit: 'grapheme', maxLength: 100 }),
    },
    { requiredKeys: ['languages', 'topics'] },
  ),
};

export function knownBody(operation: string): fc.Arbitrary<unknown> | undefined {
  return knownBodies[operation];
}

function session(day: number): object {
  return {
    title: `Abend ${day}`,
    heldOn: `2026-02-${String(day).padStart(2, '0')}`,
    startsAt: '18:00',
    endsAt: '19:30',
  };
}
