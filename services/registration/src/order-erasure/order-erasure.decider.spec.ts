import { serviceNames } from '@lotsennetz/contracts';
import { addDays, day } from '@lotsennetz/kernel';
import { given } from '@lotsennetz/testing';
import { erasure } from '../erasure/erasure.stream.js';
import {
  erasureCompleted,
  erasureObjected,
  erasureOrdered,
  erasureProposed,
  erasureRequested,
  holdLifted,
  holdPlaced,
  holdUntil,
} from '../example-facts.js';
import { orderErasure } from '../order-erasure.decider.js';

const on = day('2016-01-20');
const ordered = { ...erasureOrdered, data: { kind: 'volunteer', services: serviceNames } } as const;

describe('ordering an erasure', () => {
  it('names the services that must acknowledge it', () => {
    given(erasure, erasureRequested)
      .when(orderErasure, { on })
      .then(ordered as typeof erasureOrdered);
    given(erasure, erasureRequested, holdPlaced, holdLifted)
      .when(orderErasure, { on })
      .then(ordered as typeof erasureOrdered);
  });
  it('twice changes nothing', () => {
    given(erasure, erasureRequested, erasureOrdered).when(orderErasure, { on }).thenNothing();
    given(erasure, erasureRequested, erasureOrdered, erasureCompleted).when(orderErasure, { on }).thenNothing();
  });
  it('is refused while it is held, up to the last day of the hold', () => {
    given(erasure, erasureRequested, holdPlaced)
      .when(orderErasure, { on: holdUntil })
      .thenRefused('held', { reason: 'funding-audit', until: holdUntil });
    given(erasure, erasureRequested, holdPlaced)
      .when(orderErasure, { on: addDays(holdUntil, 1) })
      .then({ ...ordered, happenedOn: addDays(holdUntil, 1) } as typeof erasureOrdered);
  });
  it('is refused where nobody has asked for it', () => {
    given(erasure).when(orderErasure, { on }).thenRefused('not-requested');
    given(erasure, erasureProposed, erasureObjected).when(orderErasure, { on }).thenRefused('not-requested');
  });
  it('by the clock waits for the end of the grace period; a person need not', () => {
    given(erasure, erasureProposed).when(orderErasure, { on, byClock: true }).thenRefused('not-due');
    given(erasure, erasureRequested).when(orderErasure, { on, byClock: true }).thenRefused('not-due');
    given(erasure, erasureProposed)
      .when(orderErasure, { on })
      .then(ordered as typeof erasureOrdered);
    const due = day('2016-02-09');
    given(erasure, erasureProposed)
      .when(orderErasure, { on: due, byClock: true })
      .then({ ...ordered, happenedOn: due } as typeof erasureOrdered);
  });
});
