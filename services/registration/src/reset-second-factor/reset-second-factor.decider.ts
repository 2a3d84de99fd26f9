import { refuse, type Day, type Decision } from '@lotsennetz/kernel';
import type { MembershipEvent, MembershipState } from '../membership/membership.stream.js';

export interface ResetSecondFactor {
  /** Who asks for it, as they sign in; absent: whoever runs the platform, on its command line. */
  readonly by?: string;
  readonly on: Day;
}

export type ResetSecondFactorRefusal =
  'unknown-membership' | 'not-staff' | 'not-accepted' | 'membership-ended' | 'own-second-factor';

/**
 * Takes a lost second factor away; each time it is asked for, since another device may get lost. Nobody does it for
 * themselves: a session that somebody left open would otherwise be enough to get rid of it.
 */
export function resetSecondFactor(
  { by, on }: ResetSecondFactor,
  state: MembershipState,
): Decision<MembershipEvent, ResetSecondFactorRefusal> {
  if (state.status === 'unknown') return refuse('unknown-membership');
  if (state.subjectId !== undefined) return refuse('not-staff');
  switch (state.status) {
    case 'invited':
      return refuse('not-accepted');
    case 'ended':
      return refuse('membership-ended');
    case 'active':
      if (state.identity === by) return refuse('own-second-factor');
      return [{ type: 'SecondFactorReset', happenedOn: on, data: { identity: state.identity } }];
  }
}
