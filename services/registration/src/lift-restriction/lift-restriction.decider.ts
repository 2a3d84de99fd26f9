import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { RestrictionEvent, RestrictionState } from '../restriction/restriction.stream.js';

export type LiftRestrictionRefusal = 'never-restricted';

/** Art. 18 para. 3 DSGVO: the person has been told before. */
export function liftRestriction(
  { on }: { readonly on: Day },
  state: RestrictionState,
): Decision<RestrictionEvent, LiftRestrictionRefusal> {
  switch (state.status) {
    case 'none':
      return refuse('never-restricted');
    case 'lifted':
      return [];
    case 'restricted':
      return [{ type: 'RestrictionLifted', happenedOn: on, data: { kind: state.kind } }];
  }
}
