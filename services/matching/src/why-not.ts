import type { Attrition, GroupSummary, RequestExplanation } from '@lotsennetz/assignment';
import type { MatchingTask } from './matching-task.js';
import { speakingAgainst } from './repetition.js';
import type { RequestRow } from './request/request-list.view.js';

/** Why a request has nobody. Codes and figures, so that every language can put them into words. */
export type WhyNot =
  /**
   * Nobody fits; `blocked` counts those who would rather not and those who have accompanied the household before, in a
   * placement whose end speaks against a repetition. `accompaniedBefore`: how many of the latter could be proposed else.
   */
  | ({ readonly code: 'no-candidate'; readonly accompaniedBefore: number } & Attrition)
  /**
   * Somebody would fit, but these requests share these volunteers, who have fewer places than there are requests
   * (Hall 1935). Places that placements and agreements hold are not counted.
   */
  | {
      readonly code: 'too-few-places';
      readonly requests: number;
      readonly places: number;
      readonly requestIds: readonly string[];
      readonly volunteerIds: readonly string[];
      readonly summary: GroupSummary;
    }
  /** Only a hypothetical one: by default nothing is as dear as leaving a request alone. */
  | { readonly code: 'not-worth-it' };

type Unmatched<Parts> = Exclude<RequestExplanation<Parts, Attrition>, { readonly kind: 'matched' }>;

/** Puts the engine's answer about a request into ids. Long lists are cut: the figures say how many there are. */
export function whyNotOf<Parts>(
  explanation: Unmatched<Parts>,
  request: RequestRow,
  {
    requests,
    helpers,
  }: Pick<MatchingTask, 'helpers'> & { readonly requests: readonly ({ readonly id: string } | undefined)[] },
): WhyNot {
  switch (explanation.kind) {
    case 'no-candidate':
      return {
        code: 'no-candidate',
        accompaniedBefore: countKnown(request, helpers),
        ...explanation.attrition,
      };
    case 'not-worth-it':
      return { code: 'not-worth-it' };
    case 'too-few-places': {
      const { witness, summary } = explanation;
      return {
        code: 'too-few-places',
        requests: witness.requests.length,
        places: witness.places,
        requestIds: idsOf(requests, witness.requests),
        volunteerIds: idsOf(helpers, witness.volunteers),
        summary,
      };
    }
  }
}

function countKnown(request: RequestRow, helpers: MatchingTask['helpers']): number {
  const known = new Set(speakingAgainst(request).map(({ volunteerId }) => volunteerId));
  return helpers.filter(({ id }) => known.has(id)).length;
}

const namedAtMost = 10;

function idsOf(rows: readonly ({ readonly id: string } | undefined)[], indexes: readonly number[]): readonly string[] {
  return indexes.slice(0, namedAtMost).flatMap((index) => rows[index]?.id ?? []);
}
