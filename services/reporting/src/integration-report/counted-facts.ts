import type { FactCode } from '../facts/facts.stream.js';

/** The facts that figures of the integration report come from; all others leave every figure as it is. */
const countedFacts = [
  'interest-registered',
  'volunteer-accepted',
  'volunteer-declined',
  'volunteer-paused',
  'volunteer-resumed',
  'volunteer-left',
  'newcomer-registered',
  'course-completed',
  'certificate-issued',
  'request-recorded',
  'request-withdrawn',
  'placement-confirmed',
  'visit-logged',
  'placement-ended',
] as const satisfies readonly FactCode[];
export type CountedFact = (typeof countedFacts)[number];

const counted: ReadonlySet<FactCode> = new Set(countedFacts);

/** Whether any figure of the integration report comes from it. */
export function isCounted(fact: FactCode): fact is CountedFact {
  return counted.has(fact);
}
