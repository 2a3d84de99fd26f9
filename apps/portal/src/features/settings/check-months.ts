import type { Words } from '../../i18n/index.js';
import type { Wish } from './wish.js';

const longestMonths = 360;

/** A sentence when a period is no whole number of months; empty fields mean the usual one. */
export function checkMonths(months: Wish['months'], { t }: Words): string | undefined {
  const fine = Object.values(months).every(
    (text) => text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= longestMonths),
  );
  return fine ? undefined : t('settings.months.bad', { longest: longestMonths });
}
