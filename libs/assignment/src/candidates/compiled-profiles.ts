import { DAY_PARTS, type RequestProfile, type VolunteerProfile } from './profiles.js';

/** Words as small numbers, in order of first appearance. */
export class Vocabulary {
  private readonly ids = new Map<string, number>();

  get size(): number {
    return this.ids.size;
  }

  idOf(word: string): number {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    this.ids.set(word, this.ids.size);
    return this.ids.size - 1;
  }
}

/** Words shared by both sides, so that the same number means the same word. */
export class Vocabularies {
  readonly languages = new Vocabulary();
  readonly topics = new Vocabulary();
  readonly towns = new Vocabulary();
  private readonly dayParts = new Map(DAY_PARTS.map((part, i) => [part as string, 1 << i]));
  private readonly primaries = new Map<string, string>();

  /** The primary subtag of a BCP 47 tag. */
  language(tag: string): number {
    let primary = this.primaries.get(tag);
    if (primary === undefined) {
      primary = (tag.split('-')[0] as string).toLowerCase();
      this.primaries.set(tag, primary);
    }
    return this.languages.idOf(primary);
  }

  /** @throws RangeError where a code is none of the 21 */
  dayMask(field: string, parts: readonly string[]): number {
    let mask = 0;
    for (const part of parts) {
      const bit = this.dayParts.get(part);
      if (bit === undefined) throw new RangeError(`${field} has ${JSON.stringify(part)}, which is no day-part`);
      mask |= bit;
    }
    return mask;
  }
}

/**
 * A day-part beside the 21, in common between every request and whoever names none. Nobody is known to have no time, but
 * neither is it known that a time suits: it counts as one day-part.
 */
const BY_ARRANGEMENT = 1 << DAY_PARTS.length;

/** No town known. */
export const NO_TOWN = -1;

/** One side in columns: what the search over pairs reads. */
export interface CompiledProfiles {
  readonly count: number;
  /** Languages of profile `i`, in order of preference, without repetition. */
  readonly languages: readonly (readonly number[])[];
  /** Topics as bits, `topicWords` words each. */
  readonly topicWords: number;
  readonly topics: Int32Array;
  /** Day-parts as bits, with the one by arrangement. */
  readonly days: Int32Array;
  readonly town: Int32Array;
  readonly located: Uint8Array;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** Points on the unit sphere: the straight distance between two of them orders like the haversine. */
  readonly sphere: Float64Array;
}

/** Topic numbers of all profiles of both sides have to be known before the width of the bits is. */
export function registerTopics(words: Vocabularies, profiles: readonly { topics: readonly string[] }[]): void {
  for (const profile of profiles) for (const topic of profile.topics) words.topics.idOf(topic);
}

/** @throws RangeError naming the profile whose day-part or coordinate is none */
export function compileProfiles(
  side: 'volunteers' | 'requests',
  profiles: readonly (VolunteerProfile | RequestProfile)[],
  words: Vocabularies,
): CompiledProfiles {
  const count = profiles.length;
  const topicWords = Math.max(1, Math.ceil(words.topics.size / 32));
  const compiled = {
    count,
    languages: profiles.map((profile) => [...new Set(profile.languages.map((tag) => words.language(tag)))]),
    topicWords,
    topics: new Int32Array(count * topicWords),
    days: Int32Array.from(profiles, ({ availability }, i) => {
      const named = words.dayMask(`${side}[${i}].availability`, availability);
      return side === 'requests' || named === 0 ? named | BY_ARRANGEMENT : named;
    }),
    town: Int32Array.from(profiles, ({ town }) =>
      town === undefined ? NO_TOWN : words.towns.idOf(town.toLowerCase()),
    ),
    located: new Uint8Array(count),
    lat: new Float64Array(count),
    lon: new Float64Array(count),
    sphere: new Float64Array(3 * count),
  };
  profiles.forEach((profile, i) => {
    for (const topic of profile.topics) {
      const id = words.topics.idOf(topic);
      const at = i * topicWords + (id >> 5);
      compiled.topics[at] = (compiled.topics[at] as number) | (1 << (id & 31));
    }
    if (profile.place !== undefined) locate(compiled, i, { side, ...profile.place });
  });
  return compiled;
}

interface Location {
  readonly side: string;
  readonly lat: number;
  readonly lon: number;
}

const RADIANS = Math.PI / 180;

function locate(compiled: CompiledProfiles, i: number, { side, lat, lon }: Location): void {
  if (!(Math.abs(lat) <= 90)) throw new RangeError(`${side}[${i}].place.lat is ${lat}, not a latitude`);
  if (!(Math.abs(lon) <= 180)) throw new RangeError(`${side}[${i}].place.lon is ${lon}, not a longitude`);
  compiled.located[i] = 1;
  compiled.lat[i] = lat;
  compiled.lon[i] = lon;
  compiled.sphere[3 * i] = Math.cos(lat * RADIANS) * Math.cos(lon * RADIANS);
  compiled.sphere[3 * i + 1] = Math.cos(lat * RADIANS) * Math.sin(lon * RADIANS);
  compiled.sphere[3 * i + 2] = Math.sin(lat * RADIANS);
}
