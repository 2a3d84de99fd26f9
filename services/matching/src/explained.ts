import type { Draft } from './draft.js';
import { fitOf } from './reasons.js';
import type { Reason } from './request/request.events.js';
import { whyNotOf, type WhyNot } from './why-not.js';

/** Whom the draft would propose for a request, and what speaks for others; or why nobody. */
export type Explained =
  | ({
      readonly kind: 'matched';
      /** What the whole solution would lose without this pair, in points; null: nobody else could. */
      readonly regret: number | null;
      readonly alternatives: readonly (Candidate & {
        /** By how many points this pair would have to be better to be chosen. */
        readonly shortfall: number | null;
      })[];
    } & Candidate)
  | { readonly kind: 'unmatched'; readonly whyNot: WhyNot };

interface Candidate {
  readonly volunteerId: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** undefined for a request that needs nobody: it is decided, or closed. */
export function explainIn(draft: Draft, requestId: string): Explained | undefined {
  const index = draft.indexOf(requestId);
  if (index === undefined) return undefined;
  const { task, rows, explanation } = draft.now();
  const row = rows[index];
  if (!row) return undefined;
  const answer = explanation.request(index);
  if (answer.kind !== 'matched')
    return { kind: 'unmatched', whyNot: whyNotOf(answer, row, { ...task, requests: rows }) };
  const candidate = (volunteer: number, parts: typeof answer.parts): Candidate => {
    const helper = task.helpers[volunteer];
    if (!helper) throw new RangeError(`the engine names volunteer ${volunteer}, who is not there`);
    const { score, reasons } = fitOf(row, helper, parts);
    return { volunteerId: helper.id, score, reasons };
  };
  const alternatives = answer.alternatives.map(({ volunteer, parts, shortfall }) => ({
    ...candidate(volunteer, parts),
    shortfall: finite(shortfall),
  }));
  return { kind: 'matched', ...candidate(answer.volunteer, answer.parts), regret: finite(answer.regret), alternatives };
}

// JSON has no infinity.
function finite(points: number): number | null {
  return Number.isFinite(points) ? points : null;
}
