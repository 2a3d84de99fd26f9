import { DEFAULT_WEIGHTS } from '@lotsennetz/assignment';
import { Draft } from './draft.js';
import { helperRow, requestRow, today } from './example-pool.js';
import { explainIn } from './explained.js';
import type { EndReason } from './request/request.events.js';

describe('proposing somebody who has accompanied the household before', () => {
  const draftAfter = (reason: EndReason) => {
    const earlierPlacements = [{ placementId: 'placement-0', volunteerId: 'before', reason }];
    const requests = [requestRow('r', { earlierPlacements })];
    const helpers = [helperRow('before'), helperRow('far', { postalCode: '57223', town: 'Kreuztal' })];
    return { requests, helpers, weights: DEFAULT_WEIGHTS };
  };
  const proposedAfter = (reason: EndReason) => explainIn(new Draft(draftAfter(reason), today), 'r');

  it('is right where the goal was reached', () =>
    expect(proposedAfter('done')).toMatchObject({ kind: 'matched', volunteerId: 'before' }));
  it.each(['moved', 'contact-lost', 'overload', 'conflict', 'other', 'erased'] as const)(
    'does not happen after %s',
    (reason) => expect(proposedAfter(reason)).toMatchObject({ kind: 'matched', volunteerId: 'far', alternatives: [] }),
  );
  it('is named as the reason where nobody else fits', () => {
    const { helpers, ...pool } = draftAfter('conflict');
    const [before] = helpers;
    expect(explainIn(new Draft({ ...pool, helpers: before ? [before] : [] }, today), 'r')).toMatchObject({
      kind: 'unmatched',
      whyNot: { code: 'no-candidate', accompaniedBefore: 1, removed: { blocked: 1 } },
    });
  });
});
