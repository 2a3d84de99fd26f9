import type { EarlierPlacement, EndReason } from './request/request.events.js';
import type { RequestRow } from './request/request-list.view.js';

/**
 * Whether a placement ended in a way that speaks against the same two once more. Only a goal that was reached does not:
 * whoever has helped well may help again (ADR 10).
 */
function speaksAgainstRepetition(reason: EndReason): boolean {
  switch (reason) {
    case 'done':
      return false;
    case 'moved':
    case 'contact-lost':
    case 'overload':
    case 'conflict':
    case 'other':
    case 'erased':
      return true;
  }
}

/** The placements of the household's earlier requests because of which a volunteer is not proposed again. */
export function speakingAgainst({
  earlierPlacements = [],
}: Pick<RequestRow, 'earlierPlacements'>): readonly EarlierPlacement[] {
  return earlierPlacements.filter(({ reason }) => speaksAgainstRepetition(reason));
}
