import type { SharedThing } from '@lotsennetz/contracts';
import { defineProjection } from '@lotsennetz/kernel';
import { agreement } from '../agreement/agreement.stream.js';

export interface OwnHalfRow {
  /** The partner's. */
  readonly id: string;
  readonly shares: readonly SharedThing[];
}

/** What this tenant has signed: known here at once, while the partner's half has to travel. */
export const ownHalves = defineProjection<OwnHalfRow>()({
  name: 'own-halves',
  version: 1,
  streams: [agreement],
  evolve: (_row: OwnHalfRow | undefined, event, id) => ({
    id,
    shares: event.type === 'AgreementSigned' ? event.data.shares : [],
  }),
});
