import {
  DAY_PARTS,
  type DayPart,
  type GeoPoint,
  type RequestProfile,
  type VolunteerProfile,
} from '../candidates/profiles.js';
import type { CandidateInput } from '../candidates/side-data.js';
import type { Random } from './random.js';

/** Shape of a made-up region. */
export interface WorldSize {
  readonly volunteers: number;
  readonly requests: number;
  /** Places per volunteer, 1 to this (default 3). */
  readonly mostPlaces?: number;
  /** Share of people whose postal code is unknown (default 0.05). */
  readonly unlocated?: number;
  /** Share of volunteers who go any distance (default 0.02). */
  readonly anywhere?: number;
  /** Side of the region of 1,000 requests; larger regions grow in proportion (default 26). */
  readonly sideKm?: number;
}

/** Languages with how often newcomers prefer them and volunteers speak them (rough shares, per cent). */
const LANGUAGES: readonly (readonly [string, number, number])[] = [
  ['uk', 26, 12],
  ['ar', 25, 22],
  ['fa', 13, 10],
  ['ru', 6, 18],
  ['tr', 7, 16],
  ['ku', 6, 7],
  ['ti', 3, 2],
  ['so', 2, 2],
  ['en', 1, 60],
  ['fr', 2, 14],
  ['ps', 4, 3],
  ['ro', 2, 5],
  ['sq', 1, 3],
  ['sr', 1, 4],
  ['es', 2, 9],
  ['vi', 1, 2],
];
const TOPICS = [
  'authorities',
  'doctor',
  'forms',
  'childcare',
  'school',
  'housing',
  'work',
  'energy',
  'transport',
  'language-practice',
  'leisure',
  'banking',
  'health-insurance',
  'recognition',
];
const REACH_KM = [6, 6, 10, 10, 10, 15, 15, 25];
const KM_PER_DEGREE = 111.2;

/** A made-up region of constant density around Siegen: towns of different size, some people in between. */
export function randomWorld(random: Random, size: WorldSize): CandidateInput {
  const side = (size.sideKm ?? 26) * Math.sqrt(size.requests / 1000);
  const towns = Array.from({ length: Math.max(4, Math.round(size.requests / 83)) }, (_, i) => ({
    name: `town-${i}`,
    x: random.next() * side,
    y: random.next() * side,
    spread: 3 + 5 * random.next(),
  }));
  const somewhere = (): { place: GeoPoint | undefined; town: string } => {
    // Two draws, the smaller index wins: early towns are the larger ones.
    const town = towns[Math.min(random.below(towns.length), random.below(towns.length))] as (typeof towns)[number];
    const x = town.x + (random.next() + random.next() - 1) * 2 * town.spread;
    const y = town.y + (random.next() + random.next() - 1) * 2 * town.spread;
    const place = { lat: 50.8 + y / KM_PER_DEGREE, lon: 8 + x / (KM_PER_DEGREE * 0.63) };
    return { place: random.chance(size.unlocated ?? 0.05) ? undefined : place, town: town.name };
  };
  return {
    volunteers: Array.from({ length: size.volunteers }, () => randomVolunteer(random, somewhere(), size)),
    requests: Array.from({ length: size.requests }, () => randomRequest(random, somewhere(), size.volunteers)),
    blocked: Array.from(
      { length: size.requests >> 4 },
      () => [random.below(size.requests), random.below(size.volunteers)] as const,
    ),
  };
}

type Somewhere = Pick<VolunteerProfile, 'place' | 'town'>;

function randomVolunteer(random: Random, where: Somewhere, size: WorldSize): VolunteerProfile {
  return {
    ...where,
    languages: several(1 + random.below(3), () => language(random, 2)),
    topics: several(4 + random.below(6), () => TOPICS[random.below(TOPICS.length)] as string),
    availability: dayParts(random, 2 + random.below(5)),
    gender: random.chance(0.62) ? 'female' : 'male',
    capacity: 1 + random.below(size.mostPlaces ?? 3),
    running: random.below(2),
    ...(random.chance(size.anywhere ?? 0.02) ? {} : { maxDistanceKm: REACH_KM[random.below(REACH_KM.length)] }),
  };
}

function randomRequest(random: Random, where: Somewhere, volunteers: number): RequestProfile {
  return {
    ...where,
    languages: [language(random, 1), ...(random.chance(0.4) ? [language(random, 2)] : [])],
    topics: several(random.chance(0.35) ? 2 : 1, () => TOPICS[random.below(TOPICS.length)] as string),
    availability: dayParts(random, 3 + random.below(7)),
    ...(random.chance(0.12) ? { genderWish: 'female' as const } : {}),
    urgency: random.chance(0.12) ? (random.chance(0.3) ? 'immediate' : 'high') : 'normal',
    waitingDays: Math.min(365, Math.floor(-30 * Math.log(1 - random.next()))),
    ...(random.chance(0.1) ? { openProposal: random.below(volunteers) } : {}),
  };
}

function language(random: Random, share: 1 | 2): string {
  let left = random.next() * LANGUAGES.reduce((sum, entry) => sum + entry[share], 0);
  return (LANGUAGES.find((entry) => (left -= entry[share]) < 0) ?? LANGUAGES[0])?.[0] ?? 'en';
}

function several<T>(count: number, draw: () => T): T[] {
  return [...new Set(Array.from({ length: count }, draw))];
}

function dayParts(random: Random, count: number): DayPart[] {
  return several(count, () => DAY_PARTS[random.below(DAY_PARTS.length)] as DayPart);
}
