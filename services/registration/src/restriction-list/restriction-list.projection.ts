import { defineProjection, type Day } from '@lotsennetz/kernel';
import { restriction, type RestrictedKind, type RestrictionGround } from '../restriction/restriction.stream.js';

export interface RestrictionRow {
  /** The person's. */
  readonly id: string;
  readonly kind: RestrictedKind;
  readonly ground: RestrictionGround;
  readonly requestedBy: 'person' | 'office';
  readonly since: Day;
  readonly revision: number;
}

/** Whose data may not be used now, and on what ground; a restriction that was lifted is in the history only. */
export const restrictionList = defineProjection<RestrictionRow>()({
  name: 'restriction-list',
  version: 1,
  streams: [restriction],
  indexes: ['since'],
  evolve: (_row: RestrictionRow | undefined, event, id) => {
    if (event.type === 'RestrictionLifted') return undefined;
    return { ...event.data, id, since: event.happenedOn, revision: event.revision };
  },
});
