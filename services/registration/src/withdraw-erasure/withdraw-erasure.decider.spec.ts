import { given } from '@lotsennetz/testing';
import type { ErasureEvent } from '../erasure/erasure.events.js';
import { erasure } from '../erasure/erasure.stream.js';
import {
  erasureCompleted,
  erasureOrdered,
  erasureProposed,
  erasureRequested,
  erasureWithdrawn,
} from '../example-facts.js';
import { withdrawErasure } from './withdraw-erasure.decider.js';

const command = { on: erasureWithdrawn.happenedOn };

describe('taking back that one wants to be forgotten', () => {
  it('is possible while nobody has ordered it', () =>
    given(erasure, erasureRequested).when(withdrawErasure, command).then(erasureWithdrawn));
  it('twice changes nothing, nor does it where only the clock has proposed it', () => {
    given(erasure, erasureRequested, erasureWithdrawn).when(withdrawErasure, command).thenNothing();
    given(erasure, erasureProposed).when(withdrawErasure, command).thenNothing();
    given(erasure).when(withdrawErasure, command).thenNothing();
  });
  it('leaves what others have asked for', () => {
    const byOffice: ErasureEvent = {
      type: 'ErasureRequested',
      happenedOn: erasureRequested.happenedOn,
      data: { kind: 'volunteer', requestedBy: 'office', regime: 'DSGVO', ground: 'purpose-ended' },
    };
    given(erasure, byOffice).when(withdrawErasure, command).thenRefused('requested-by-others');
  });
  it('comes too late once it is ordered', () => {
    const ordered = [erasureRequested, erasureOrdered] as const;
    given(erasure, ...ordered)
      .when(withdrawErasure, command)
      .thenRefused('erasure-ordered');
    given(erasure, ...ordered, erasureCompleted)
      .when(withdrawErasure, command)
      .thenRefused('erasure-ordered');
  });
});
