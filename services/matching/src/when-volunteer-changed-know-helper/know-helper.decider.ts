import type { Decision } from '@lotsennetz/kernel';
import type { HelperEvent, HelperState } from '../helper/helper.stream.js';

/** What registration says of a volunteer. */
export type VolunteerFact = Exclude<
  HelperEvent,
  {
    type:
      | 'CertificateLearnt'
      | 'ErasureLearnt'
      | 'RestrictionLearnt'
      | 'RestrictionEndLearnt'
      | 'MergeLearnt'
      | 'MergeEndLearnt'
      | 'PlaceTaken'
      | 'PlaceReleased';
  }
>;

/** Takes note; a change of profile in which nothing matters for matching is no fact here. */
export function knowHelper(fact: VolunteerFact, { standing }: HelperState): Decision<HelperEvent, never> {
  if (standing === 'erased') return [];
  if (fact.type === 'ProfileChangeLearnt' && Object.keys(fact.data).length === 0) return [];
  return [fact];
}
