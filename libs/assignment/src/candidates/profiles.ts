/** Days of the week as they stand in day-part codes. */
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const PARTS = ['morning', 'afternoon', 'evening'] as const;

/** One of the 21 day-parts people can be available in, for example `mon-morning`. */
export type DayPart = `${(typeof DAYS)[number]}-${(typeof PARTS)[number]}`;

/** All day-parts, Monday morning first. */
export const DAY_PARTS: readonly DayPart[] = DAYS.flatMap((day) => PARTS.map((part) => `${day}-${part}` as const));

export type Gender = 'female' | 'male' | 'diverse' | 'unknown';

export const URGENCIES = ['normal', 'high', 'immediate'] as const;

/** How soon somebody has to help; the later ones come first. */
export type Urgency = (typeof URGENCIES)[number];

/** A point in degrees (WGS 84), usually the centre of a postal code. */
export interface GeoPoint {
  readonly lat: number;
  readonly lon: number;
}

interface Profile {
  /** BCP 47 tags. Two people share a language if the primary subtags are the same: `ar` and `ar-SY`. */
  readonly languages: readonly string[];
  /** English kebab-case codes. */
  readonly topics: readonly string[];
  readonly availability: readonly DayPart[];
  /** Undefined where the postal code is unknown; then the town decides. */
  readonly place?: GeoPoint | undefined;
  readonly town?: string | undefined;
}

/** A volunteer as matching sees them; everybody is known by their index only. */
export interface VolunteerProfile extends Profile {
  /** None: by arrangement. That fits any request, at the cost of a single common day-part. */
  readonly availability: readonly DayPart[];
  readonly gender: Gender;
  /** Places for open requests, >= 0. */
  readonly capacity: number;
  /** Placements already running: further ones count as more load. Default 0. */
  readonly running?: number | undefined;
  /** How far the volunteer goes; undefined: any distance. */
  readonly maxDistanceKm?: number | undefined;
}

/** A request as matching sees it. */
export interface RequestProfile extends Profile {
  /** Languages the person would like to speak, the preferred one first. */
  readonly languages: readonly string[];
  /** Only volunteers of this gender, where given. */
  readonly genderWish?: Gender | undefined;
  readonly urgency: Urgency;
  readonly waitingDays: number;
  /** Volunteer (index) of an open proposal, which others should not replace for a trifle. */
  readonly openProposal?: number | undefined;
}
