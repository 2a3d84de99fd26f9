import type { CostParts } from '@lotsennetz/assignment';
import type { HelperRow } from './helper/helper-pool.view.js';
import { distanceKm, whereIs } from './postal-codes.js';
import type { Reason } from './request/request.events.js';
import type { RequestRow } from './request/request-list.view.js';

/** What two people share, and what it costs that they do not share more. */
export interface Fit {
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  /** In the order language, topics, time, way; `points` is what each takes from the score. */
  readonly reasons: readonly Reason[];
  /** 1000 less the points of the reasons, at least 0. */
  readonly score: number;
}

/** Puts the parts of a pair's cost into reasons. */
export function fitOf(request: RequestRow, helper: HelperRow, parts: CostParts): Fit {
  const spoken = new Set(helper.languages.map(primary));
  const languages = request.languages.filter((language) => spoken.has(primary(language)));
  const topics = request.topics.filter((topic) => helper.topics.includes(topic));
  const reasons: readonly Reason[] = [
    { code: 'shared-language', points: parts.language, values: languages },
    { code: 'shared-topic', points: parts.topics, values: topics },
    timeOf(request, helper, parts.availability),
    wayOf(request, helper, parts.distance),
  ];
  const lost = reasons.reduce((sum, { points }) => sum + points, 0);
  return { languages, topics, reasons, score: Math.max(0, 1000 - lost) };
}

/** `ar` and `ar-SY` understand each other. */
function primary(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

function timeOf(request: RequestRow, helper: HelperRow, points: number): Reason {
  if (helper.availability.length === 0) return { code: 'time-by-arrangement', points };
  const values = helper.availability.filter(
    (part) => request.availability.length === 0 || request.availability.includes(part),
  );
  return { code: 'shared-day-part', points, values };
}

function wayOf(request: RequestRow, helper: HelperRow, points: number): Reason {
  const from = whereIs(request);
  const to = whereIs(helper);
  if (from && to) return { code: 'distance', points, km: Math.round(distanceKm(from, to) * 10) / 10 };
  const sameTown = request.town !== undefined && helper.town !== undefined;
  return { code: sameTown ? 'same-town' : 'distance-unknown', points };
}
