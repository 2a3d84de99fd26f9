import { answersOfControllers } from './answers-of-controllers.js';

/** What all routes answer, as the suite serves it: sorted, so that a change shows as what it is. */
export function answersDocument(): string {
  const sorted = [...answersOfControllers()].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`;
}
