import type { SeededRandom } from '../seeded-random.js';
import type { Operation, World } from './operation.js';

const languages = ['de', 'ar', 'fa', 'uk', 'tr', 'en'];
const topics = ['health', 'school', 'housing', 'forms', 'work'];
const times = ['mon-morning', 'tue-afternoon', 'wed-evening', 'sat-morning'];

/** Registration under load: people come, are accepted, pause, move, leave. */
export const registrationLoad: readonly Operation[] = [
  {
    name: 'register volunteer',
    service: 'registration',
    weight: 6,
    alwaysRecords: true,
    draft: (world, random) => {
      const number = world.next();
      return {
        method: 'POST',
        path: '/volunteers',
        body: volunteer(number, random),
        learn: ({ id }) => world.add('volunteer', { id, email: emailOf(number) }),
      };
    },
  },
  {
    name: 'register newcomer',
    service: 'registration',
    weight: 1,
    alwaysRecords: true,
    draft: (world, random) => {
      const number = world.next();
      const body = {
        givenName: 'Neu',
        familyName: `Haushalt ${number}`,
        phone: `0271 ${number}`,
        householdSize: 1 + random.below(6),
        languages: ['ar'],
      };
      return { method: 'POST', path: '/newcomers', body, learn: ({ id }) => world.add('newcomer', { id }) };
    },
  },
  {
    name: 'accept volunteer',
    service: 'registration',
    weight: 5,
    draft: (world, random) => ofVolunteer(world, random, 'accept', (id) => world.add('accepted volunteer', { id })),
  },
  ...(['pause', 'resume'] as const).map((step): Operation => ({
    name: `${step} volunteer`,
    service: 'registration',
    weight: 1,
    draft: (world, random) => ofVolunteer(world, random, step),
  })),
  {
    name: 'change profile',
    service: 'registration',
    weight: 2,
    alwaysRecords: true,
    draft: (world, random) => {
      const one = random.pick(world.all('volunteer'));
      const body = { town: townOf(random), capacity: 1 + random.below(3) };
      return one && { method: 'PATCH', path: `/volunteers/${one.id}`, body };
    },
  },
];

function ofVolunteer(
  world: World,
  random: SeededRandom,
  step: string,
  learn: (id: string) => void = () => undefined,
): ReturnType<Operation['draft']> {
  const one = random.pick(world.all('volunteer'));
  return one && { method: 'POST', path: `/volunteers/${one.id}/${step}`, body: {}, learn: () => learn(one.id) };
}

function volunteer(number: number, random: SeededRandom): object {
  return {
    givenName: 'Last',
    familyName: `Probe ${number}`,
    email: emailOf(number),
    gender: 'female',
    languages: ['de', random.pick(languages)].filter((code, index, all) => all.indexOf(code) === index),
    topics: [random.pick(topics)],
    availability: times,
    capacity: 1 + random.below(2),
    postalCode: '57072',
    town: townOf(random),
  };
}

/** One of many, so that an invitation goes to a few. */
export function townOf(random: SeededRandom): string {
  return `Ort ${random.below(40)}`;
}

function emailOf(number: number): string {
  return `last.probe.${number}@example.org`;
}

/** A roster whose import is cut off and sent again. */
export function roster(name: string, lines: number): string {
  const rows = Array.from(
    { length: lines },
    (_, index) => `Liste;${name} ${index};${name}.${index}@example.org;57072;Siegen;w;de,ar;06.01.2015`,
  );
  return ['Vorname;Nachname;E-Mail;PLZ;Ort;Geschlecht;Sprachen;Interesse seit', ...rows].join('\n');
}
