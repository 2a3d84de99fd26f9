import type { PlacementRow } from '../api/rows.js';
import { daysSince } from './code-words.js';

/** A placement that told nothing for so long should be asked how it goes. */
const silentDays = 28;

/** The day of the last visit, or of the beginning where there was none. */
export function lastSignOf({ confirmedOn, visits }: PlacementRow): string {
  return visits.reduce((latest, { on }) => (on > latest ? on : latest), confirmedOn);
}

/** Whether a running placement should be asked about. */
export function isSilent(row: PlacementRow): boolean {
  return row.status === 'running' && daysSince(lastSignOf(row)) >= silentDays;
}
