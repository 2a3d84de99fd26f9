import type { HelperRow } from './helper/helper-pool.view.js';
import { distanceKm, whereIs } from './postal-codes.js';
import type { Reason } from './request/request.events.js';
import type { RequestRow } from './request/request-list.view.js';

/** What a pair must fulfil, in the order in which it is counted. */
export const obstacles = ['language', 'topic', 'availability', 'gender', 'distance', 'declined'] as const;
export type Obstacle = (typeof obstacles)[number];

/** What two people share. */
export interface Fit {
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly dayParts: readonly string[];
  /** Undefined where one of the two places is unknown. */
  readonly km: number | undefined;
  readonly reasons: readonly Reason[];
  /** 1000 less what the reasons cost. */
  readonly score: number;
}

/** What keeps the two apart; empty for people who could help each other. */
export function obstaclesBetween(request: RequestRow, helper: HelperRow): readonly Obstacle[] {
  const { languages, topics, dayParts, km } = sharedBy(request, helper);
  const fails: Readonly<Record<Obstacle, boolean>> = {
    language: languages.length === 0,
    topic: topics.length === 0,
    availability: dayParts.length === 0,
    gender: request.genderWish !== undefined && request.genderWish !== helper.gender,
    distance: km !== undefined && helper.maxDistanceKm !== undefined && km > helper.maxDistanceKm,
    declined: request.declinedBy.includes(helper.id),
  };
  return obstacles.filter((obstacle) => fails[obstacle]);
}

/** Why these two fit, and how well. */
export function fitOf(request: RequestRow, helper: HelperRow): Fit {
  const shared = sharedBy(request, helper);
  const reasons = reasonsOf(request, helper, shared);
  const lost = reasons.reduce((sum, { points }) => sum + points, 0);
  return { ...shared, reasons, score: Math.max(0, 1000 - lost) };
}

type Shared = Pick<Fit, 'languages' | 'topics' | 'dayParts' | 'km'>;

function sharedBy(request: RequestRow, helper: HelperRow): Shared {
  const spoken = new Set(helper.languages.map(primary));
  const from = whereIs(request);
  const to = whereIs(helper);
  return {
    languages: request.languages.filter((language) => spoken.has(primary(language))),
    topics: request.topics.filter((topic) => helper.topics.includes(topic)),
    // Who names no time is not known to have none.
    dayParts:
      request.availability.length === 0
        ? helper.availability
        : request.availability.filter((part) => helper.availability.includes(part)),
    km: from && to ? Math.round(distanceKm(from, to) * 10) / 10 : undefined,
  };
}

/** `ar` and `ar-SY` understand each other. */
function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

function reasonsOf(request: RequestRow, helper: HelperRow, shared: Shared): readonly Reason[] {
  const { languages, topics, dayParts, km } = shared;
  const rank = request.languages.indexOf(languages[0] ?? '');
  const missingTopics = request.topics.length - topics.length;
  return [
    { code: 'shared-language', points: rank === 0 ? 0 : rank === 1 ? 150 : 300, values: languages },
    { code: 'shared-topic', points: Math.round((300 * missingTopics) / request.topics.length), values: topics },
    { code: 'shared-day-part', points: 50 * Math.max(0, 4 - dayParts.length), values: dayParts },
    placeReason(request, helper, km),
  ];
}

function placeReason(request: RequestRow, helper: HelperRow, km: number | undefined): Reason {
  if (km !== undefined) return { code: 'distance', points: Math.round(2 * km), km };
  const sameTown = request.town !== undefined && request.town === helper.town;
  return { code: sameTown ? 'same-town' : 'distance-unknown', points: 10 };
}
