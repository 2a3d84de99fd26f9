import type { RetentionKind } from '@lotsennetz/contracts';

/**
 * How many months after the last thing that happened a kind of data is kept, unless the tenant says otherwise.
 * Declined interests: claims under § 15 para. 4, § 21 para. 5 AGG lapse within months; six is what DSK guidance on
 * applications counts with. Former volunteers and households: the regular limitation of § 195 BGB, three years from
 * the end of the year (§ 199 BGB), which covers insurance and funding questions. Messages: a year, to answer for what
 * was written.
 */
export const usualRetentionMonths = {
  'declined-interests': 6,
  'former-volunteers': 36,
  newcomers: 36,
  messages: 12,
} as const satisfies Partial<Record<RetentionKind, number>>;

export type PeopleRetention = keyof typeof usualRetentionMonths;

/** The tenant's period, or the usual one. */
export function retentionMonths(
  kind: PeopleRetention,
  settings: readonly { readonly kind: RetentionKind; readonly months: number }[] = [],
): number {
  return settings.find((each) => each.kind === kind)?.months ?? usualRetentionMonths[kind];
}
